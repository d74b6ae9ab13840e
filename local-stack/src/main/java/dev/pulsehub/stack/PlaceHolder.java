package dev.pulsehub.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Holds a service's port until the service can: answers every request with 503 and, as JSON, how far it is and why, so
 * that pages can say so.
 */
final class PlaceHolder implements AutoCloseable {

    private final HttpServer server;
    private volatile String status = "starting";
    private volatile String reason = "";

    private PlaceHolder(HttpServer server) {
        this.server = server;
    }

    static PlaceHolder at(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20);
        PlaceHolder holder = new PlaceHolder(server);
        server.createContext("/", holder::answer);
        server.start();
        return holder;
    }

    void starting(String sentence) {
        status = "starting";
        reason = sentence;
    }

    void unavailable(String sentence) {
        status = "unavailable";
        reason = sentence;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = "{\"status\":\"%s\",\"reason\":\"%s\"}"
                .formatted(status, escaped(reason))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(503, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

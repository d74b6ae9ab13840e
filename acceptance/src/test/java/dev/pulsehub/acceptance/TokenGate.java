package dev.pulsehub.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/** Passes everything on with a token, Host and Origin as they came: for clients that cannot be given one. */
record TokenGate(HttpServer server, URI target, String token) implements AutoCloseable {

    static TokenGate open(URI target, String token) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        TokenGate gate = new TokenGate(server, target, token);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", gate::pass);
        server.start();
        return gate;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + target.getPath();
    }

    /** By hand, since Java's HTTP clients choose Host themselves. */
    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        StringBuilder head =
                new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " HTTP/1.1\r\n");
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!List.of("connection", "content-length", "transfer-encoding")
                    .contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n"));
            }
        });
        head.append("Authorization: Bearer ")
                .append(token)
                .append("\r\nConnection: close\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n\r\n");
        try (exchange;
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            answer(exchange, socket.getInputStream().readAllBytes());
        }
    }

    private static void answer(HttpExchange exchange, byte[] whole) throws IOException {
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = List.of(text.substring(0, end).split("\r\n", -1));
        boolean chunked = false;
        for (String line : lines.subList(1, lines.size())) {
            String name = line.substring(0, line.indexOf(':'));
            String value = line.substring(line.indexOf(':') + 1).strip();
            chunked |= name.equalsIgnoreCase("Transfer-Encoding");
            if (!List.of("transfer-encoding", "content-length", "connection")
                    .contains(name.toLowerCase(java.util.Locale.ROOT))) {
                exchange.getResponseHeaders().add(name, value);
            }
        }
        String body = chunked ? joined(text.substring(end + 4)) : text.substring(end + 4);
        int status = Integer.parseInt(lines.getFirst().split(" ", 3)[1]);
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int size = Integer.parseInt(chunks.substring(at, line).strip(), 16);
            if (size == 0) {
                break;
            }
            body.append(chunks, line + 2, line + 2 + size);
            at = line + 4 + size;
        }
        return body.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

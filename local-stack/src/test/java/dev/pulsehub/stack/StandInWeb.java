package dev.pulsehub.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A program in the web service's place, without dependencies: ready at once, or a server without its application. */
final class StandInWeb {

    private StandInWeb() {}

    public static void main(String[] arguments) throws IOException {
        boolean broken = "broken".equals(System.getenv("LOG_FORMAT"));
        int port = Integer.parseInt(System.getenv("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean missing = broken && exchange.getRequestURI().getPath().equals("/api/health");
                exchange.sendResponseHeaders(missing ? 404 : 200, -1);
            }
        });
        server.start();
        System.out.println("secret kept: " + System.getenv("GITHUB_OAUTH_CLIENT_SECRET"));
        System.out.println("Payara Micro URLs:");
    }
}

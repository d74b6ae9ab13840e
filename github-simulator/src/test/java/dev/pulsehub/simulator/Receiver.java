package dev.pulsehub.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes webhook deliveries as an application would. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("X-GitHub-Event"),
                    exchange.getRequestHeaders().getFirst("X-GitHub-Delivery"),
                    exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        server.start();
    }

    record Received(String event, String guid, String signature, byte[] body) {
        boolean signatureMatches(String secret) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
            return signature.equals("sha256=" + HexFormat.of().formatHex(mac.doFinal(body)));
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    /** The next delivery, whatever it is. */
    Received next() throws InterruptedException {
        Received next = received.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing more was delivered");
        }
        return next;
    }

    Received awaitEvent(String event) throws InterruptedException {
        Received next = received.poll(10, TimeUnit.SECONDS);
        while (next != null && !next.event().equals(event)) {
            next = received.poll(10, TimeUnit.SECONDS);
        }
        if (next == null) {
            throw new AssertionError("no " + event + " was delivered");
        }
        return next;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

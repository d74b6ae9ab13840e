package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.rest.Shapes;
import dev.pulsehub.simulator.world.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells one address of every change, signed, one after the other, and remembers what was sent. */
public final class Webhooks implements Consumer<Change>, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Payloads payloads;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ExecutorService courier = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("webhooks").factory());
    private final List<Delivery> deliveries = new ArrayList<>();
    private @Nullable Target target;

    public Webhooks(Shapes shapes) {
        this.payloads = new Payloads(shapes);
    }

    /** Where deliveries go and what signs them. */
    public record Target(String url, String secret) {

        public Target {
            if (!url.startsWith("http://") && !url.startsWith("https://")) {
                throw new IllegalArgumentException("Deliveries go to an http or https address, not to \"" + url + "\"");
            }
            URI.create(url); // says what is wrong with it
        }
    }

    /**
     * One delivery and how its last attempt ended.
     *
     * @param status HTTP status, or 0 when nobody answered
     */
    public record Delivery(String guid, String event, String action, byte[] payload, int attempts, int status) {}

    /** Sends to this address from now on, beginning with a ping. */
    public synchronized void sendTo(Target newTarget) {
        target = newTarget;
        ObjectNode ping = JsonNodeFactory.instance.objectNode();
        ping.put("zen", "Keep it logically awesome.");
        ping.put("hook_id", 1);
        ping.putObject("hook").put("type", "Organization").put("id", 1).put("active", true);
        send("ping", "", ping);
    }

    public synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Sends a delivery again under the same GUID. */
    public synchronized boolean redeliver(String guid) {
        Optional<Delivery> known =
                deliveries.stream().filter(one -> one.guid().equals(guid)).findFirst();
        known.ifPresent(this::dispatch);
        return known.isPresent();
    }

    @Override
    public void accept(Change change) {
        Payloads.Payload payload = payloads.of(change);
        send(payload.event(), change.action(), payload.body());
    }

    private synchronized void send(String event, String action, ObjectNode payload) {
        if (target == null) {
            return;
        }
        try {
            Delivery delivery =
                    new Delivery(UUID.randomUUID().toString(), event, action, JSON.writeValueAsBytes(payload), 0, 0);
            deliveries.add(delivery);
            dispatch(delivery);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dispatch(Delivery delivery) {
        Target to = target;
        if (to != null) {
            courier.execute(() -> record(delivery, post(to, delivery)));
        }
    }

    private synchronized void record(Delivery sent, int status) {
        deliveries.replaceAll(one -> one.guid().equals(sent.guid())
                ? new Delivery(one.guid(), one.event(), one.action(), one.payload(), one.attempts() + 1, status)
                : one);
    }

    private int post(Target to, Delivery delivery) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(to.url()))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "GitHub-Hookshot/simulator")
                .header("X-GitHub-Event", delivery.event())
                .header("X-GitHub-Delivery", delivery.guid())
                .header("X-GitHub-Hook-ID", "1")
                .header("X-Hub-Signature", "sha1=" + sign("HmacSHA1", to.secret(), delivery.payload()))
                .header("X-Hub-Signature-256", "sha256=" + sign("HmacSHA256", to.secret(), delivery.payload()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.payload()))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    static String sign(String algorithm, String secret, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(payload));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        courier.shutdownNow();
    }
}

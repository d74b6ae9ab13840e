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

    private final Shapes shapes;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ExecutorService courier = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("webhooks").factory());
    private final List<Delivery> deliveries = new ArrayList<>();
    private @Nullable Target target;

    public Webhooks(Shapes shapes) {
        this.shapes = shapes;
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
        switch (change) {
            case Change.PullChanged changed -> pull(changed);
            case Change.IssueChanged changed -> issue(changed);
            case Change.ReviewSubmitted submitted -> {
                ObjectNode payload = payload(change);
                payload.set("review", lowerCaseState(shapes.review(submitted.pull(), submitted.review())));
                payload.set("pull_request", shapes.pullInList(submitted.pull()));
                send("pull_request_review", change.action(), payload);
            }
            case Change.Commented commented -> {
                ObjectNode payload = payload(change);
                payload.set("issue", shapes.issue(commented.item()));
                payload.set("comment", shapes.comment(commented.item(), commented.comment()));
                send("issue_comment", change.action(), payload);
            }
            case Change.BranchPushed pushed -> send("push", "", push(pushed));
            case Change.RunChanged changed -> {
                ObjectNode payload = payload(change);
                payload.set("workflow_run", shapes.runs().run(changed.run()));
                payload.set(
                        "workflow",
                        shapes.runs().workflow(changed.repo(), changed.run().workflow()));
                send("workflow_run", change.action(), payload);
            }
        }
    }

    private ObjectNode push(Change.BranchPushed pushed) {
        ObjectNode payload = payload(pushed);
        payload.remove("action");
        payload.put("ref", "refs/heads/" + pushed.repo().profile().defaultBranch());
        payload.put("before", pushed.before());
        payload.put("after", pushed.head().sha());
        payload.put("created", false);
        payload.put("deleted", false);
        payload.put("forced", false);
        payload.putNull("base_ref");
        payload.putObject("pusher").put("name", pushed.sender().login());
        ObjectNode commit = JsonNodeFactory.instance.objectNode();
        commit.put("id", pushed.head().sha());
        commit.put("message", pushed.head().message());
        commit.put("timestamp", pushed.head().committedAt().toString());
        commit.put("distinct", true);
        commit.putObject("author")
                .put("name", pushed.head().authorName())
                .put("email", pushed.head().authorEmail());
        payload.putArray("commits").add(commit);
        payload.set("head_commit", commit);
        return payload;
    }

    private void pull(Change.PullChanged changed) {
        ObjectNode payload = payload(changed);
        payload.put("number", changed.pull().number());
        payload.set("pull_request", shapes.pull(changed.pull()));
        tellDetail(payload, changed, changed.detail());
        send("pull_request", changed.action(), payload);
    }

    private void issue(Change.IssueChanged changed) {
        ObjectNode payload = payload(changed);
        payload.set("issue", shapes.issue(changed.issue()));
        tellDetail(payload, changed, changed.detail());
        send("issues", changed.action(), payload);
    }

    private void tellDetail(ObjectNode payload, Change change, Change.Detail detail) {
        switch (detail) {
            case Change.Detail.None none -> {}
            case Change.Detail.Labelled labelled -> payload.set("label", shapes.label(change.repo(), labelled.label()));
            case Change.Detail.Renamed renamed ->
                payload.putObject("changes").putObject("title").put("from", renamed.from());
            case Change.Detail.Pushed pushed -> {
                payload.put("before", pushed.before());
                payload.put("after", pushed.after());
            }
        }
    }

    /** REST prints a review's state in capitals, its webhook in small letters. */
    private static ObjectNode lowerCaseState(ObjectNode review) {
        return review.put("state", review.path("state").asText().toLowerCase(java.util.Locale.ROOT));
    }

    private ObjectNode payload(Change change) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("action", change.action());
        payload.set("repository", shapes.repo(change.repo()));
        if (change.repo().owner().type().equals("Organization")) {
            payload.set("organization", shapes.organization(change.repo().owner()));
        }
        payload.set("sender", shapes.user(change.sender()));
        return payload;
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

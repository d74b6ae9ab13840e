package dev.pulsehub.web.analytics;

import dev.pulsehub.core.config.PulseConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The Superset behind this service: how it is, and calls to it that end in time, their bodies included. */
@ApplicationScoped
public class Superset {

    /** Path below which Superset answers, here and there. */
    static final String ROOT = "/api/superset";

    private static final Duration LOOK = Duration.ofSeconds(3);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    private PulseConfig config;

    @Inject
    private Clock clock;

    /**
     * How it is.
     *
     * @param reason why it is not ready, as a sentence; empty when it is, and where none is known
     */
    public record State(Kind kind, String reason) {

        public boolean isReady() {
            return kind == Kind.READY;
        }
    }

    /** What can be told apart. */
    public enum Kind {
        NOT_CONFIGURED,
        STARTING,
        UNAVAILABLE,
        READY
    }

    /** Who writes and reads guests' tokens; empty where Superset is not configured. */
    Optional<GuestToken> tokens() {
        return config.supersetUrl().isPresent() ? config.guestTokenSecret().map(GuestToken::new) : Optional.empty();
    }

    /** Where a path of ours, with its query, is answered. */
    URI at(String pathAndQuery) {
        return URI.create(config.supersetUrl().orElseThrow() + pathAndQuery);
    }

    /**
     * Whether this dashboard can be shown: asked of Superset as a guest who sees no row, which also finds out whether
     * its own database answers and both sides share the secret.
     */
    State state(AnalyticsDashboard dashboard) {
        Optional<GuestToken> tokens = tokens();
        if (tokens.isEmpty()) {
            return new State(Kind.NOT_CONFIGURED, "");
        }
        String token = tokens.get().write(0, dashboard, new RowRules(List.of("1=0")), clock.instant());
        try {
            HttpResponse<byte[]> health =
                    call(HttpRequest.newBuilder(at(ROOT + "/health")).build(), LOOK);
            if (health.statusCode() != 200) {
                return told(health);
            }
            return judged(call(
                    HttpRequest.newBuilder(at(ROOT + "/api/v1/dashboard/" + dashboard.wide()))
                            .header("X-GuestToken", token)
                            .build(),
                    LOOK));
        } catch (IOException e) {
            return new State(Kind.UNAVAILABLE, "It does not answer.");
        }
    }

    /** What holds Superset's place while it starts says how far it is. */
    private static State told(HttpResponse<byte[]> health) {
        try {
            JsonObject body = Json.createReader(new StringReader(new String(health.body(), StandardCharsets.UTF_8)))
                    .readObject();
            Kind kind = "starting".equals(body.getString("status", "")) ? Kind.STARTING : Kind.UNAVAILABLE;
            return new State(kind, body.getString("reason", ""));
        } catch (JsonException e) {
            return new State(Kind.UNAVAILABLE, "Its health answers " + health.statusCode() + ".");
        }
    }

    private static State judged(HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 200 -> new State(Kind.READY, "");
            case 401, 403 ->
                new State(
                        Kind.UNAVAILABLE,
                        "It refuses our guests: SUPERSET_GUEST_TOKEN_SECRET must be the same for web and superset.");
            case 404 ->
                new State(
                        Kind.UNAVAILABLE,
                        "It does not know this dashboard: its database is away, or provision.py has to run.");
            default ->
                new State(
                        Kind.UNAVAILABLE,
                        "It answers with an error; after a change of SECRET_KEY provision.py has to run again.");
        };
    }

    /**
     * Asks and reads the whole answer.
     *
     * @throws IOException when there is none within the time
     */
    HttpResponse<byte[]> call(HttpRequest request, Duration limit) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            answer.cancel(true);
            throw new IOException("Superset did not answer " + request.uri().getPath(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

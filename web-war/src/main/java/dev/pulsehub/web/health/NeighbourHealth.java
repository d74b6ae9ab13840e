package dev.pulsehub.web.health;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a service behind this one is well: asked at most every five seconds, answered within two. */
final class NeighbourHealth {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration BEGINNING = Duration.ofMinutes(3);

    private final Optional<URI> address;
    private final InstantSource clock;
    private final Instant begun;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private boolean everWell;
    private @Nullable Known last;

    /** @param address what answers 200 while the service is well; empty when there is no such service */
    NeighbourHealth(Optional<URI> address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** What can be told apart. */
    enum Kind {
        HEALTHY("healthy"),
        STARTING("starting"),
        UNAVAILABLE("unavailable"),
        NOT_CONFIGURED("not configured");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** @param reason as a sentence; empty where none is known */
    record State(Kind kind, String reason) {

        boolean isFine() {
            return kind == Kind.HEALTHY || kind == Kind.NOT_CONFIGURED;
        }
    }

    private record Known(Instant at, State state) {}

    synchronized State state() {
        if (address.isEmpty()) {
            return new State(Kind.NOT_CONFIGURED, "");
        }
        Instant now = clock.instant();
        if (last == null || last.at().plus(KEPT).isBefore(now)) {
            last = new Known(now, ask(address.get(), now));
        }
        return last.state();
    }

    private State ask(URI uri, Instant now) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(uri).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                everWell = true;
                return new State(Kind.HEALTHY, "");
            }
            return told(answer);
        } catch (IOException e) {
            boolean beginning = !everWell && now.isBefore(begun.plus(BEGINNING));
            return new State(beginning ? Kind.STARTING : Kind.UNAVAILABLE, "It does not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new State(Kind.UNAVAILABLE, "");
        }
    }

    /** A service that is not ready yet may say so itself, and why. */
    private static State told(HttpResponse<String> answer) {
        try {
            JsonObject body = Json.createReader(new StringReader(answer.body())).readObject();
            Kind kind = Kind.STARTING.word().equals(body.getString("status", "")) ? Kind.STARTING : Kind.UNAVAILABLE;
            return new State(kind, body.getString("reason", ""));
        } catch (JsonException e) {
            return new State(Kind.UNAVAILABLE, "It answers " + answer.statusCode() + ".");
        }
    }
}

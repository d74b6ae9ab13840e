package dev.pulsehub.core.github;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks GraphQL queries that are kept as files. */
final class GraphQl {

    private static final Duration SHORT_WAIT = Duration.ofSeconds(20);
    private static final Map<String, String> QUERIES = new ConcurrentHashMap<>();

    private final Transport transport;
    private final Limits limits;
    private final Clock clock;
    private final String path;

    GraphQl(Transport transport, Limits limits, Clock clock, String path) {
        this.transport = transport;
        this.limits = limits;
        this.clock = clock;
        this.path = path;
    }

    /**
     * What came back.
     *
     * @param data absent fields are GitHub's way to say that something went wrong with them
     * @param problems error messages other than "not found"
     */
    record Reply(Json data, List<String> problems, Instant servedAt) {}

    /** GitHub gave up on the query: it may manage a smaller one. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message);
        }
    }

    Reply ask(String query, JsonObject variables) {
        limits.requireOpen();
        String body = jakarta.json.Json.createObjectBuilder()
                .add("query", QUERIES.computeIfAbsent(query, GraphQl::load))
                .add("variables", variables)
                .build()
                .toString();
        try (Response response = transport.post(path, body)) {
            return read(query, response);
        } catch (IOException e) {
            throw new GitHubUnavailable(
                    "GitHub did not answer " + query + ": " + e.getMessage(),
                    clock.instant().plus(SHORT_WAIT));
        }
    }

    private Reply read(String query, Response response) {
        int status = response.getStatus();
        if (limits.exceeded(response)) {
            throw limits.close(response);
        }
        if (status == 502 || status == 504) {
            throw new TooMuch("GitHub gave up on " + query + " with status " + status);
        }
        if (status >= 500) {
            throw new GitHubUnavailable(
                    "GitHub failed with status " + status, clock.instant().plus(SHORT_WAIT));
        }
        if (status != 200) {
            throw Refusals.of(status, query);
        }
        JsonObject reply;
        try (JsonReader reader = jakarta.json.Json.createReader(response.readEntity(InputStream.class))) {
            reply = reader.readObject();
        } catch (JsonException e) {
            throw new GitHubUnavailable(
                    "GitHub's answer to " + query + " broke off: " + e.getMessage(),
                    clock.instant().plus(SHORT_WAIT));
        }
        List<Json> errors = new Json(reply).list("errors");
        requireNoLimit(errors, response);
        JsonObject data = reply.get("data") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        if (data.isEmpty() && !errors.isEmpty()) {
            throw new TooMuch("GitHub answered " + query + " without data: "
                    + errors.getFirst().text("message", ""));
        }
        List<String> problems = errors.stream()
                .filter(error -> !error.text("type", "").equals("NOT_FOUND"))
                .map(error -> error.text("message", "an error without a message"))
                .toList();
        return new Reply(new Json(data), problems, servedAt(response));
    }

    private void requireNoLimit(List<Json> errors, Response response) {
        boolean limited = errors.stream()
                .map(error -> error.text("type", "") + " " + error.text("code", ""))
                .anyMatch(type -> type.contains("RATE_LIMIT") || type.contains("rate_limit"));
        if (limited) {
            throw limits.close(response);
        }
    }

    private Instant servedAt(Response response) {
        return Optional.ofNullable(response.getDate())
                .map(java.util.Date::toInstant)
                .orElseGet(clock::instant);
    }

    private static String load(String query) {
        try (InputStream file = GraphQl.class.getResourceAsStream("/graphql/" + query + ".graphql")) {
            if (file == null) {
                throw new IllegalStateException("no query " + query);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

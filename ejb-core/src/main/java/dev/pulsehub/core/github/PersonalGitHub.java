package dev.pulsehub.core.github;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * GitHub's REST API as one person: what they may see, and what is done in their name. Ends with
 * {@link GitHubUnavailable} or {@link GitHubRefused} as {@link GitHub} does.
 */
public final class PersonalGitHub {

    private static final Duration SHORT_WAIT = Duration.ofSeconds(20);

    private final Transport transport;
    private final Limits limits;
    private final Clock clock;

    /** @param transport with the person's own token, which is never sent to another host and never logged */
    PersonalGitHub(Transport transport, Clock clock) {
        this.transport = transport;
        this.limits = new Limits(clock);
        this.clock = clock;
    }

    /** A person as GitHub knows them. */
    public record Myself(long id, String login, Optional<String> name, Optional<String> avatarUrl) {}

    /**
     * What a conditional question was answered.
     *
     * @param changed false when GitHub said 304; the body is {@code null} then
     * @param next the whole address of the following page
     */
    record Look(boolean changed, JsonValue body, Optional<String> etag, Optional<String> next) {}

    /** Asks for something the person can always see; costs nothing if it did not change. */
    Look look(String path, Optional<String> etag) {
        limits.requireOpen();
        try (Response response = transport.get(path, etag)) {
            if (response.getStatus() == 304) {
                return new Look(false, JsonValue.NULL, etag, next(response));
            }
            JsonValue body = body(path, response).orElseThrow(() -> Refusals.of(404, path));
            return new Look(true, body, Optional.ofNullable(response.getHeaderString("ETag")), next(response));
        } catch (IOException | JsonException e) {
            throw unavailable("GitHub did not answer " + path + ": " + e.getMessage());
        }
    }

    private static Optional<String> next(Response response) {
        return Optional.ofNullable(response.getLink("next"))
                .map(link -> link.getUri().toString());
    }

    /** One page of a resource; empty when GitHub does not show it to the person. */
    public Optional<JsonValue> get(String path) {
        return answer(path, () -> transport.get(path, Optional.empty()));
    }

    /** Creates something. */
    public JsonObject create(String path, JsonObject body) {
        return answer(path, () -> transport.post(path, body.toString()))
                .map(JsonValue::asJsonObject)
                .orElseThrow(() -> Refusals.of(404, path));
    }

    private interface Question {
        Response ask() throws IOException;
    }

    private Optional<JsonValue> answer(String path, Question question) {
        limits.requireOpen();
        try (Response response = question.ask()) {
            return body(path, response);
        } catch (IOException | JsonException e) {
            throw unavailable("GitHub did not answer " + path + ": " + e.getMessage());
        }
    }

    private Optional<JsonValue> body(String path, Response response) {
        int status = response.getStatus();
        if (limits.exceeded(response)) {
            throw limits.close(response);
        }
        if (status == 404) {
            return Optional.empty();
        }
        if (status >= 500) {
            throw unavailable("GitHub failed on " + path + " with status " + status);
        }
        if (status != 200 && status != 201) {
            throw Refusals.of(status, path);
        }
        try (JsonReader reader = jakarta.json.Json.createReader(response.readEntity(InputStream.class))) {
            return Optional.of(reader.readValue());
        }
    }

    private GitHubUnavailable unavailable(String what) {
        return new GitHubUnavailable(what, clock.instant().plus(SHORT_WAIT));
    }
}

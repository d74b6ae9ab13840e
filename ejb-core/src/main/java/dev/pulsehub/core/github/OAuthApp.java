package dev.pulsehub.core.github;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** GitHub's OAuth web flow as the app people sign in to. Its secret and people's tokens are never logged. */
public final class OAuthApp {

    /** What people are asked for: who they are, where they belong, and their private repositories. */
    public static final List<String> SCOPES = List.of("read:user", "read:org", "repo");

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT_WAIT = Duration.ofSeconds(20);

    private final Registration registration;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public OAuthApp(Registration registration, Clock clock) {
        this.registration = registration;
        this.clock = clock;
    }

    /**
     * How the app is known to GitHub.
     *
     * @param web where people see GitHub
     * @param callback where people come back to; exactly this
     */
    public record Registration(URI web, URI api, String clientId, String clientSecret, URI callback) {
        @Override
        public String toString() {
            return "OAuth app " + clientId + " at " + web;
        }
    }

    /** A token and what it may do. */
    public record Grant(String token, List<String> scopes) {
        public Grant {
            scopes = List.copyOf(scopes);
        }

        @Override
        public String toString() {
            return "a token for " + scopes;
        }
    }

    /**
     * Where a browser is sent to ask the person.
     *
     * @param state comes back with the answer
     * @param challenge SHA-256 of the verifier, base64url
     */
    public URI question(String state, String challenge) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", registration.clientId());
        query.put("redirect_uri", registration.callback().toString());
        query.put("response_type", "code");
        query.put("scope", String.join(" ", SCOPES));
        query.put("state", state);
        query.put("code_challenge", challenge);
        query.put("code_challenge_method", "S256");
        return URI.create(registration.web() + "/login/oauth/authorize?" + form(query));
    }

    /**
     * Trades the code that came back for a token; works once.
     *
     * @throws OAuthRefused with GitHub's reason
     * @throws GitHubUnavailable when GitHub does not answer in time
     */
    public Grant trade(String code, String verifier) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", registration.clientId());
        fields.put("client_secret", registration.clientSecret());
        fields.put("code", code);
        fields.put("redirect_uri", registration.callback().toString());
        fields.put("code_verifier", verifier);
        HttpRequest request = HttpRequest.newBuilder(URI.create(registration.web() + "/login/oauth/access_token"))
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .header("User-Agent", "pulse-hub")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build();
        Json answer = json(send(request));
        return answer.findText("access_token")
                .map(token -> new Grant(token, scopes(answer.text("scope", ""))))
                .orElseThrow(() -> new OAuthRefused(answer.text("error", "unknown")));
    }

    /** Ends one token. Idempotent. */
    public void revoke(String token) {
        end("token", token);
    }

    /** Ends all that the person ever let the app do. Idempotent. */
    public void disconnect(String token) {
        end("grant", token);
    }

    private void end(String what, String token) {
        String login = registration.clientId() + ":" + registration.clientSecret();
        String body = jakarta.json.Json.createObjectBuilder()
                .add("access_token", token)
                .build()
                .toString();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(registration.api() + "/applications/" + registration.clientId() + "/" + what))
                .timeout(LIMIT)
                .header("Accept", "application/vnd.github+json")
                .header("User-Agent", "pulse-hub")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .method("DELETE", HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = send(request).status();
        if (status != 204 && status != 404 && status != 422) { // the last two: there is no such token any more
            throw unavailable("GitHub answered " + status + " when a token was to be ended");
        }
    }

    private record Answer(int status, byte[] body) {}

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS); // the request's own limit ends with the headers
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("Pulse-Hub is stopping");
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable("GitHub did not answer in time: " + e);
        }
    }

    private Json json(Answer answer) {
        if (answer.status() >= 500 || answer.status() == 429) {
            throw unavailable("GitHub failed with status " + answer.status());
        }
        try (JsonReader reader = jakarta.json.Json.createReader(new ByteArrayInputStream(answer.body()))) {
            return reader.readValue() instanceof JsonObject object
                    ? new Json(object)
                    : new Json(JsonObject.EMPTY_JSON_OBJECT);
        } catch (JsonException e) {
            throw unavailable("GitHub answered with status " + answer.status() + " and no JSON");
        }
    }

    private GitHubUnavailable unavailable(String what) {
        return new GitHubUnavailable(what, clock.instant().plus(SHORT_WAIT));
    }

    private static List<String> scopes(String text) {
        return Arrays.stream(text.split("[ ,]+", -1))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

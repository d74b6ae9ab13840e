package dev.pulsehub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.simulator.signin.AppKey;
import dev.pulsehub.simulator.signin.GitHubApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A GitHub App as its maker would write it: shows who it is, asks for tokens, and asks by them. */
final class AppClient {

    static final String CALLBACK = "http://localhost:9/app/back";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Simulator simulator;
    private final KeyPair key;

    private AppClient(Simulator simulator, KeyPair key) {
        this.simulator = simulator;
        this.key = key;
    }

    /** Registers the app {@code pulse} and installs it with everybody who owns a repository. */
    static AppClient register(Simulator simulator, Optional<Webhooks.Target> hook) {
        KeyPair key = AppKey.newPair();
        simulator.register(new Simulator.AppSettings(settings(key), hook));
        return new AppClient(simulator, key);
    }

    static GitHubApp.Settings settings(KeyPair key) {
        return GitHubApp.Settings.reading("pulse", "Iv1.pulse", "app secret", URI.create(CALLBACK), key.getPublic());
    }

    /** A good assertion: a minute old, nine more to live. */
    String assertion() {
        long now = simulator.world().clock().instant().getEpochSecond();
        return assertion("Iv1.pulse", now - 60, now + 540, key.getPrivate());
    }

    String assertion(String issuer, long issued, long expires) {
        return assertion(issuer, issued, expires, key.getPrivate());
    }

    static String assertion(String issuer, long issued, long expires, PrivateKey signer) {
        String unsigned = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "."
                + part("{\"iss\":\"" + issuer + "\",\"iat\":" + issued + ",\"exp\":" + expires + "}");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer);
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    long installation() throws IOException, InterruptedException {
        return json(ask("GET", "/orgs/acme/installation", assertion(), ""))
                .path("id")
                .asLong();
    }

    /** A token of the installation with acme. */
    String token(String body) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                ask("POST", "/app/installations/" + installation() + "/access_tokens", assertion(), body);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return json(answer).path("token").asText();
    }

    /** A token of the demo's owner for the app. */
    String userToken() throws IOException, InterruptedException {
        Browser browser = new Browser(simulator);
        String code = browser.code(
                Map.of("client_id", "Iv1.pulse", "login", simulator.owner().login(), "decision", "allow"));
        return browser.json(
                        "/login/oauth/access_token",
                        Map.of("client_id", "Iv1.pulse", "client_secret", "app secret", "code", code))
                .path("access_token")
                .asText();
    }

    HttpResponse<String> ask(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(simulator.url() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("User-Agent", "pulse")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Client.JSON.readTree(answer.body());
    }

    List<String> names(String token) throws IOException, InterruptedException {
        return json(ask("GET", "/installation/repositories?per_page=100", token, ""))
                .path("repositories")
                .valueStream()
                .map(repo -> repo.path("name").asText())
                .toList();
    }
}

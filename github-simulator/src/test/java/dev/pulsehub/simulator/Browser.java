package dev.pulsehub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person's browser and an app's server do while somebody signs in. */
final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Simulator simulator;

    Browser(Simulator simulator) {
        this.simulator = simulator;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(simulator.url() + path)));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode json(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return Client.JSON.readTree(post(path, fields).body());
    }

    /** The code the browser is sent back with. */
    String code(Map<String, String> fields) throws IOException, InterruptedException {
        String location = post("/login/oauth/authorize", fields)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return URLDecoder.decode(location.replaceFirst(".*[?&]code=([^&]*).*", "$1"), StandardCharsets.UTF_8);
    }

    HttpResponse<String> api(String path, String token) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(simulator.url() + path)).header("Authorization", "token " + token));
    }

    /** The app {@code tool} asks about a token of its own. */
    JsonNode manage(String method, String token) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("tool:tool secret".getBytes(StandardCharsets.UTF_8));
        return Client.JSON.readTree(send(HttpRequest.newBuilder(
                                URI.create(simulator.url() + "/applications/tool/token"))
                        .header("Authorization", "Basic " + login)
                        .method(method, HttpRequest.BodyPublishers.ofString("{\"access_token\":\"" + token + "\"}")))
                .body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

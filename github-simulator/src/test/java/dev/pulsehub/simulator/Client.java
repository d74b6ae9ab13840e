package dev.pulsehub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a simulator as any program would, with the owner's token. */
final class Client {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

    private final Simulator simulator;

    Client(Simulator simulator) {
        this.simulator = simulator;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path.startsWith("http") ? path : simulator.url() + path);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Every element of a list, following rel=next to the end. */
    List<JsonNode> all(String path) throws IOException, InterruptedException {
        List<JsonNode> elements = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            HttpResponse<String> page = get(next.get());
            JSON.readTree(page.body()).forEach(elements::add);
            next = next(page);
        }
        return elements;
    }

    static Optional<String> next(HttpResponse<String> page) {
        Matcher link = NEXT.matcher(page.headers().firstValue("link").orElse(""));
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    JsonNode query(String query, Map<String, Object> variables) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("query", query);
        body.set("variables", JSON.valueToTree(variables));
        HttpResponse<String> answer = send(request(simulator.url() + "/graphql")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
        return JSON.readTree(answer.body());
    }

    /** Asks the admin API. */
    HttpResponse<String> admin(String method, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(simulator.adminUrl() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + simulator.token())
                .header("User-Agent", "test");
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}

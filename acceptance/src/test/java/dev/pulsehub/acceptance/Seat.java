package dev.pulsehub.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A person looking at one organization, with a session and with an API token.
 *
 * @param organization the repositories they may see there
 * @param person the repositories they may see anywhere
 */
record Seat(
        String name,
        Visitor visitor,
        String token,
        String web,
        String mcp,
        Set<MatrixRepo> organization,
        Set<MatrixRepo> person) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back, with everything a reader could take from it. */
    record Answer(int status, String text) {}

    boolean maySee(MatrixRepo repo, Door.Reach reach) {
        return (reach == Door.Reach.PERSON ? person : organization).contains(repo);
    }

    /** Asks in every way a door can be asked: with the session and, where tokens speak, with the token. */
    List<Answer> ask(Door door, MatrixRepo repo) throws IOException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        String what = repo.in(door.what());
        String body = repo.in(door.body());
        switch (door.how()) {
            case GET -> {
                answers.add(Seat.answer(visitor.get(what)));
                if (what.startsWith("/api/v1") || what.startsWith("/api/github")) {
                    answers.add(send(to(web + what).GET()));
                }
            }
            case POST -> answers.add(Seat.answer(visitor.post(what, form(body))));
            case TOOL -> answers.add(call(web + "/api/mcp", what, body));
            case DIRECT -> answers.add(call(mcp + "/mcp", what, body));
            case GUEST -> answers.add(opened(visitor.post("/api/superset-token/" + what, Map.of())));
            default -> {
                // ends the session or cannot be asked
            }
        }
        return answers;
    }

    private Answer call(String url, String tool, String arguments) throws IOException, InterruptedException {
        return send(to(url).header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":%s}}
                        """.formatted(tool, arguments))));
    }

    private HttpRequest.Builder to(String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    private static Answer answer(HttpResponse<String> answer) {
        return new Answer(
                answer.statusCode(),
                answer.body() + answer.headers().firstValue("Location").orElse(""));
    }

    /** With what the token says in place of its letters. */
    private static Answer opened(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            return answer(answer);
        }
        String token = JSON.readTree(answer.body()).path("token").asText();
        return new Answer(
                200, new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    static Map<String, String> form(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : body.split("&", -1)) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                fields.put(parts[0], parts[1]);
            }
        }
        return fields;
    }

    @Override
    public String toString() {
        return name;
    }
}

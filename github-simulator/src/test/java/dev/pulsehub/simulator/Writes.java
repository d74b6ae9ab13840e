package dev.pulsehub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Everything that can be written through the REST API once, and what is answered to it. */
final class Writes {

    private final Simulator simulator;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ObjectNode> replies = new ArrayList<>();

    Writes(Simulator simulator) throws IOException, InterruptedException {
        this.simulator = simulator;
        Repo repo = simulator.world().repo("acme", "storefront").orElseThrow();
        String base = "/repos/" + repo.fullName();
        labels(base);
        issue(base);
        ObjectNode draught =
                Client.JSON.createObjectNode().put("title", "Ready").put("author", "ada-okafor");
        int number = simulator
                .change(base + "/pulls", draught.put("additions", 3).put("commits", 1))
                .path("number")
                .asInt();
        Pull pull = repo.pull(number).orElseThrow();
        pull(base + "/pulls/" + pull.number(), pull);
        refusals(base);
    }

    List<ObjectNode> replies() {
        return replies;
    }

    private void labels(String base) throws IOException, InterruptedException {
        ask("POST", base + "/labels", "{\"name\": \"odd\", \"color\": \"ff0000\"}");
        ask("PATCH", base + "/labels/odd", "{\"new_name\": \"even\"}");
        ask("DELETE", base + "/labels/even", "");
    }

    private void issue(String base) throws IOException, InterruptedException {
        JsonNode made = ask("POST", base + "/issues", "{\"title\": \"New\", \"body\": \"Why\", \"labels\": [\"bug\"]}");
        JsonNode part = ask("POST", base + "/issues", "{\"title\": \"Part\"}");
        String issue = base + "/issues/" + made.path("number").asInt();
        ask("PATCH", issue, "{\"title\": \"Newer\"}");
        ask("POST", issue + "/labels", "{\"labels\": [\"chore\"]}");
        ask("PUT", issue + "/labels", "{\"labels\": [\"chore\", \"bug\"]}");
        ask("DELETE", issue + "/labels/bug", "");
        ask("POST", issue + "/assignees", "{\"assignees\": [\"ada-okafor\"]}");
        ask("DELETE", issue + "/assignees", "{\"assignees\": [\"ada-okafor\"]}");
        String id = "{\"sub_issue_id\": " + part.path("id").asLong() + "}";
        ask("POST", issue + "/sub_issues", id);
        ask("DELETE", issue + "/sub_issue", id);
        JsonNode comment = ask("POST", issue + "/comments", "{\"body\": \"Words\"}");
        String own = base + "/issues/comments/" + comment.path("id").asLong();
        ask("PATCH", own, "{\"body\": \"Other words\"}");
        ask("DELETE", own, "");
        ask("PATCH", issue, "{\"state\": \"closed\", \"state_reason\": \"not_planned\"}");
    }

    private void pull(String path, Pull pull) throws IOException, InterruptedException {
        String reviewer = pull.author().orElseThrow().login().equals("ben-sato") ? "carla-mendes" : "ben-sato";
        String body = "{\"reviewers\": [\"" + reviewer + "\"]}";
        ask("POST", path + "/requested_reviewers", body);
        ask("DELETE", path + "/requested_reviewers", body);
        ask("POST", path + "/reviews", "{\"event\": \"COMMENT\", \"body\": \"Read\"}");
        ask("PUT", path + "/merge", "{\"merge_method\": \"squash\"}");
    }

    private void refusals(String base) throws IOException, InterruptedException {
        ask("POST", base + "/issues", "{\"title\": \"\"}");
        ask("POST", base + "/issues/999999/comments", "{\"body\": \"To nobody\"}");
        ask("PATCH", base + "/issues/999999", "{\"title\": \"Nothing\"}");
    }

    private JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(simulator.url() + path))
                        .header("Authorization", "Bearer " + simulator.token())
                        .header("User-Agent", "test")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        ObjectNode line = Client.JSON.createObjectNode();
        line.put("method", method);
        line.put("path", path);
        line.put("status", answer.statusCode());
        JsonNode said = answer.body().isEmpty() ? NullNode.instance : Client.JSON.readTree(answer.body());
        line.set("body", said);
        replies.add(line);
        return said;
    }
}

package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Milestone;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Deliveries have the fields of the examples GitHub's octokit publishes, for all events our handlers consume. */
class WebhookExamplesIT {

    private static final Set<String> CONSUMED = Set.of(
            "issue_comment",
            "issues",
            "member",
            "membership",
            "organization",
            "ping",
            "pull_request",
            "pull_request_review",
            "push",
            "repository",
            "team",
            "workflow_run");

    private static Map<String, List<JsonNode>> examples = Map.of();
    private static Map<String, List<JsonNode>> ours = Map.of();
    private static List<Known> known = List.of();

    /**
     * A difference with its reason.
     *
     * @param side {@code lacks} what the examples have, {@code adds} what they have not, {@code never} such an action
     * @param kind event and action; {@code *} for any
     * @param path with {@code **} for any beginning
     */
    private record Known(String side, String kind, String path) {

        static Known of(String line) {
            String[] words = line.split("\\s+", 4);
            assertThat(words).as("side, kind, path and reason: " + line).hasSize(4);
            return new Known(words[0], words[1], words[2]);
        }

        boolean covers(String otherSide, String otherKind, String otherPath) {
            return side.equals(otherSide)
                    && (kind.equals("*") || kind.equals(otherKind) || kind.equals(otherKind.replaceFirst("\\..*", "")))
                    && (path.startsWith("**.")
                            ? ("." + otherPath).endsWith(path.substring(2))
                            : path.equals(otherPath));
        }
    }

    @BeforeAll
    static void deliver() throws Exception {
        Path folder = JsClients.installed().folder();
        JsonNode published =
                Client.JSON.readTree(folder.resolve("node_modules/@octokit/webhooks-examples/api.github.com/index.json")
                        .toFile());
        examples = new TreeMap<>();
        for (JsonNode event : published) {
            String name = event.path("name").asText();
            event.path("examples").forEach(payload -> add(examples, name, payload));
        }
        ours = new TreeMap<>();
        try (Receiver receiver = new Receiver();
                Simulator simulator = Eventful.start(builder -> builder.webhook(receiver.url(), "s3cret"))) {
            rarities(simulator);
            Eventful.change(simulator, "/repos/acme/docs/labels", "{'name':'the last delivery'}");
            Receiver.Received next = receiver.next();
            while (!next.event().equals("label")
                    || !Client.JSON
                            .readTree(next.body())
                            .at("/label/name")
                            .asText()
                            .equals("the last delivery")) {
                add(ours, next.event(), Client.JSON.readTree(next.body()));
                next = receiver.next();
            }
        }
        known = resource()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Known::of)
                .toList();
    }

    /** What the eventful world leaves out and the examples have. */
    private static void rarities(Simulator simulator) {
        String repo = "/repos/acme/docs";
        change(simulator, repo + "/milestones", "{'title':'Summer'}");
        String issue = repo + "/issues/"
                + change(simulator, repo + "/issues", "{'title':'Rare'}")
                        .path("number")
                        .asInt();
        int milestone = simulator.world().repo("acme", "docs").orElseThrow().milestones().stream()
                .mapToInt(Milestone::number)
                .max()
                .orElseThrow();
        change(simulator, issue + "/plan", "{'milestone':" + milestone + "}");
        change(simulator, issue + "/unplan", "{}");
        change(simulator, issue + "/comment", "{'body':'Hm'}");
        long comment = simulator.world().repo("acme", "docs").orElseThrow().items().stream()
                .flatMap(item -> item.comments().stream())
                .mapToLong(Comment::id)
                .max()
                .orElseThrow();
        change(simulator, issue + "/edit-comment", "{'comment':" + comment + ",'body':'Hmm'}");
        change(simulator, issue + "/delete-comment", "{'comment':" + comment + "}");
        String pull = repo + "/pulls/"
                + change(simulator, repo + "/pulls", "{'title':'Rare too'}")
                        .path("number")
                        .asInt();
        for (String verb : List.of(
                "assign {'assignee':'olga'}",
                "unassign {'assignee':'olga'}",
                "label {'label':'rare'}",
                "unlabel {'label':'rare'}",
                "lock {}",
                "unlock {}",
                "close {}",
                "reopen {}")) {
            change(simulator, pull + "/" + verb.split(" ", 2)[0], verb.split(" ", 2)[1]);
        }
        change(simulator, "/orgs/acme/teams/core/remove", "{'member':'ben-sato'}");
        change(simulator, "/orgs/acme/teams/core/disallow", "{'repo':'acme/storefront'}");
        change(simulator, "/orgs/acme/teams/core-web/rename", "{'name':'Web'}");
        change(simulator, "/orgs/acme/teams/web/delete", "{}");
        change(simulator, "/orgs/acme/repos", "{'name':'attic'}");
        change(simulator, "/repos/acme/attic/privatize", "{}");
        change(simulator, "/repos/acme/attic/publicize", "{}");
        change(simulator, "/repos/acme/attic/transfer", "{'to':'olga'}");
        change(simulator, "/repos/olga/attic/transfer", "{'to':'acme'}");
    }

    private static JsonNode change(Simulator simulator, String path, String body) {
        return Eventful.change(simulator, path, body);
    }

    private static void add(Map<String, List<JsonNode>> all, String event, JsonNode payload) {
        if (CONSUMED.contains(event)) {
            String kind =
                    payload.has("action") ? event + "." + payload.path("action").asText() : event;
            all.computeIfAbsent(kind, unknown -> new ArrayList<>()).add(payload);
        }
    }

    private static String resource() throws IOException {
        try (InputStream file = WebhookExamplesIT.class.getResourceAsStream("/webhook-differences.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private record Difference(String side, String kind, String path) {}

    private static List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        examples.forEach((kind, theirs) -> {
            List<JsonNode> own = ours.get(kind);
            if (own == null) {
                found.add(new Difference("never", kind, "-"));
                return;
            }
            PayloadFields published = PayloadFields.of(theirs);
            PayloadFields delivered = PayloadFields.of(own);
            published.lackedBy(delivered).forEach(path -> found.add(new Difference("lacks", kind, path)));
            delivered.lackedBy(published).forEach(path -> found.add(new Difference("adds", kind, path)));
        });
        return found;
    }

    @Test
    void payloads_have_the_fields_of_the_published_examples_or_a_reason_why_not() {
        List<Difference> unexplained = differences().stream()
                .filter(one -> known.stream().noneMatch(reason -> reason.covers(one.side(), one.kind(), one.path())))
                .toList();

        assertThat(unexplained).isEmpty();
    }

    @Test
    void every_reason_still_explains_something() {
        List<Difference> found = differences();
        List<Known> stale = known.stream()
                .filter(reason -> found.stream().noneMatch(one -> reason.covers(one.side(), one.kind(), one.path())))
                .toList();

        assertThat(stale).isEmpty();
    }

    @Test
    void every_consumed_event_is_compared() {
        Set<String> compared = new TreeSet<>();
        examples.keySet().stream()
                .filter(ours::containsKey)
                .forEach(kind -> compared.add(kind.replaceFirst("\\..*", "")));

        assertThat(compared).containsExactlyInAnyOrderElementsOf(CONSUMED);
    }
}

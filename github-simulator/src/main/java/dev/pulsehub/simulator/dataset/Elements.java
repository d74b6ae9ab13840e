package dev.pulsehub.simulator.dataset;

import static dev.pulsehub.simulator.dataset.DatasetFolder.id;
import static dev.pulsehub.simulator.dataset.DatasetFolder.moment;
import static dev.pulsehub.simulator.dataset.DatasetFolder.number;
import static dev.pulsehub.simulator.dataset.DatasetFolder.requiredMoment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Label;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.Workflow;
import dev.pulsehub.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What single elements of a dataset's files say, each as the world holds it. */
final class Elements {

    private final World world;

    Elements(World world) {
        this.world = world;
    }

    Optional<Account> account(JsonNode node) {
        if (!node.hasNonNull("login") || !node.hasNonNull("id")) {
            return Optional.empty();
        }
        return Optional.of(world.add(new Account(
                node.get("id").asLong(),
                node.get("login").asText(),
                node.path("type").asText("User"),
                text(node, "name"))));
    }

    static Label label(JsonNode node) {
        return new Label(
                node.path("id").asLong(),
                node.path("name").asText(),
                node.path("color").asText("ededed"));
    }

    static Milestone milestone(JsonNode node, Instant otherwise) {
        return new Milestone(
                node.path("id").asLong(),
                number(node),
                node.path("title").asText(),
                "open".equalsIgnoreCase(node.path("state").asText()),
                moment(node, "due_on"),
                moment(node, "created_at").orElse(otherwise),
                moment(node, "updated_at").orElse(otherwise),
                moment(node, "closed_at"));
    }

    static Workflow workflow(JsonNode node, long id) {
        return new Workflow(id, node.path("name").asText(), node.path("path").asText(""));
    }

    static String kind(JsonNode node) {
        return node.path("event").asText();
    }

    Commit commit(JsonNode node) {
        JsonNode inner = node.path("commit");
        List<String> parents = new ArrayList<>();
        node.path("parents").forEach(parent -> parents.add(parent.path("sha").asText()));
        Instant authoredAt = requiredMoment(inner.path("author"), "date");
        return new Commit(
                node.path("sha").asText(),
                account(node.path("author")),
                inner.path("author").path("name").asText(""),
                inner.path("author").path("email").asText(""),
                authoredAt,
                moment(inner.path("committer"), "date").orElse(authoredAt),
                inner.path("message").asText(""),
                parents);
    }

    Happening.Subject subject(JsonNode node) {
        if (node.hasNonNull("label")) {
            return new Happening.Subject.OfLabel(label(node.path("label")));
        }
        if (node.hasNonNull("milestone")) {
            return new Happening.Subject.OfMilestone(
                    node.path("milestone").path("title").asText());
        }
        if (node.hasNonNull("rename")) {
            return new Happening.Subject.Renamed(
                    node.path("rename").path("from").asText(),
                    node.path("rename").path("to").asText());
        }
        Optional<Account> account = account(node.path("assignee")).or(() -> account(node.path("requested_reviewer")));
        if (account.isPresent()) {
            return new Happening.Subject.OfAccount(account.get());
        }
        boolean ends = kind(node).equals("closed") || kind(node).equals("merged");
        return ends
                ? new Happening.Subject.Ended(text(node, "state_reason"), Optional.empty(), text(node, "commit_id"))
                : Happening.Subject.NONE;
    }

    Deployment.Status status(JsonNode node) {
        return new Deployment.Status(
                id(node),
                node.path("state").asText(),
                account(node.path("creator")),
                requiredMoment(node, "created_at"));
    }

    static int trailingNumber(JsonNode node, String field) {
        String url = node.path(field).asText();
        return Integer.parseInt(url.substring(url.lastIndexOf('/') + 1));
    }

    static Optional<String> text(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
    }
}

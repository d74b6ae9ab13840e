package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.rest.Shapes;
import dev.pulsehub.simulator.world.Change;

/** What webhooks are told of a change. */
final class Payloads {

    private final Shapes shapes;

    Payloads(Shapes shapes) {
        this.shapes = shapes;
    }

    /** An event's name, as {@code X-GitHub-Event} carries it, and its body. */
    record Payload(String event, ObjectNode body) {}

    /** What GitHub would post for a change. */
    Payload of(Change change) {
        return switch (change) {
            case Change.PullChanged changed -> new Payload("pull_request", pull(changed));
            case Change.IssueChanged changed -> new Payload("issues", issue(changed));
            case Change.ReviewSubmitted submitted -> {
                ObjectNode payload = payload(change);
                payload.set("review", lowerCaseState(shapes.review(submitted.pull(), submitted.review())));
                payload.set("pull_request", shapes.pullInList(submitted.pull()));
                yield new Payload("pull_request_review", payload);
            }
            case Change.Commented commented -> {
                ObjectNode payload = payload(change);
                payload.set("issue", shapes.issue(commented.item()));
                payload.set("comment", shapes.comment(commented.item(), commented.comment()));
                yield new Payload("issue_comment", payload);
            }
            case Change.BranchPushed pushed -> new Payload("push", push(pushed));
            case Change.RunChanged changed -> {
                ObjectNode payload = payload(change);
                payload.set("workflow_run", shapes.runs().run(changed.run()));
                payload.set(
                        "workflow",
                        shapes.runs().workflow(changed.repo(), changed.run().workflow()));
                yield new Payload("workflow_run", payload);
            }
        };
    }

    private ObjectNode push(Change.BranchPushed pushed) {
        ObjectNode payload = payload(pushed);
        payload.remove("action");
        payload.put("ref", "refs/heads/" + pushed.repo().profile().defaultBranch());
        payload.put("before", pushed.before());
        payload.put("after", pushed.head().sha());
        payload.put("created", false);
        payload.put("deleted", false);
        payload.put("forced", false);
        payload.putNull("base_ref");
        payload.putObject("pusher").put("name", pushed.sender().login());
        ObjectNode commit = JsonNodeFactory.instance.objectNode();
        commit.put("id", pushed.head().sha());
        commit.put("message", pushed.head().message());
        commit.put("timestamp", pushed.head().committedAt().toString());
        commit.put("distinct", true);
        commit.putObject("author")
                .put("name", pushed.head().authorName())
                .put("email", pushed.head().authorEmail());
        payload.putArray("commits").add(commit);
        payload.set("head_commit", commit);
        return payload;
    }

    private ObjectNode pull(Change.PullChanged changed) {
        ObjectNode payload = payload(changed);
        payload.put("number", changed.pull().number());
        payload.set("pull_request", shapes.pull(changed.pull()));
        tellDetail(payload, changed, changed.detail());
        return payload;
    }

    private ObjectNode issue(Change.IssueChanged changed) {
        ObjectNode payload = payload(changed);
        payload.set("issue", shapes.issue(changed.issue()));
        tellDetail(payload, changed, changed.detail());
        return payload;
    }

    private void tellDetail(ObjectNode payload, Change change, Change.Detail detail) {
        switch (detail) {
            case Change.Detail.None none -> {}
            case Change.Detail.Labelled labelled -> payload.set("label", shapes.label(change.repo(), labelled.label()));
            case Change.Detail.Renamed renamed ->
                payload.putObject("changes").putObject("title").put("from", renamed.from());
            case Change.Detail.Pushed pushed -> {
                payload.put("before", pushed.before());
                payload.put("after", pushed.after());
            }
        }
    }

    /** REST prints a review's state in capitals, its webhook in small letters. */
    private static ObjectNode lowerCaseState(ObjectNode review) {
        return review.put("state", review.path("state").asText().toLowerCase(java.util.Locale.ROOT));
    }

    private ObjectNode payload(Change change) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("action", change.action());
        payload.set("repository", shapes.repo(change.repo()));
        if (change.repo().owner().type().equals("Organization")) {
            payload.set("organization", shapes.organization(change.repo().owner()));
        }
        payload.set("sender", shapes.user(change.sender()));
        return payload;
    }
}

package dev.pulsehub.core.github;

import dev.pulsehub.core.github.Payloads.Actor;
import dev.pulsehub.core.github.Payloads.CommentPayload;
import dev.pulsehub.core.github.Payloads.IssuePayload;
import dev.pulsehub.core.github.Payloads.LabelPayload;
import dev.pulsehub.core.github.Payloads.PullPayload;
import dev.pulsehub.core.github.Payloads.ReviewPayload;
import dev.pulsehub.core.github.Payloads.RunPayload;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** REST's shapes, which webhooks share. */
final class RestReader {

    private RestReader() {}

    static Actor viewer(Json node) {
        return new Actor(
                node.number("id"),
                node.text("login"),
                node.text("type", "User"),
                node.findText("name"),
                node.findText("avatar_url"));
    }

    static IssuePayload issue(Json node) {
        return new IssuePayload(
                node.number("id"),
                node.count("number"),
                node.text("title", ""),
                node.text("html_url"),
                node.text("state").toUpperCase(Locale.ROOT),
                node.findText("state_reason").map(reason -> reason.toUpperCase(Locale.ROOT)),
                node.moment("created_at"),
                node.moment("updated_at"),
                node.findMoment("closed_at"),
                node.restActor("user"),
                node.find("milestone").map(milestone -> milestone.count("number")),
                labels(node));
    }

    /** A whole pull request only: an abridged one has no sizes, and absent is not zero. */
    static Optional<PullPayload> pull(Json node) {
        if (!node.has("additions")) {
            return Optional.empty();
        }
        boolean merged = node.flag("merged") || node.findMoment("merged_at").isPresent();
        String state = merged ? "MERGED" : node.text("state").toUpperCase(Locale.ROOT);
        return Optional.of(new PullPayload(
                node.number("id"),
                node.count("number"),
                node.text("title", ""),
                node.text("html_url"),
                state,
                node.flag("draft"),
                node.moment("created_at"),
                node.moment("updated_at"),
                node.findMoment("closed_at"),
                merged ? node.findMoment("merged_at").or(() -> node.findMoment("closed_at")) : Optional.empty(),
                node.restActor("user"),
                node.restActor("merged_by"),
                merged ? node.findText("merge_commit_sha") : Optional.empty(),
                node.get("base").text("ref", ""),
                node.get("head").text("ref", ""),
                node.get("head").text("sha", ""),
                node.count("additions"),
                node.count("deletions"),
                node.count("changed_files"),
                node.find("milestone").map(milestone -> milestone.count("number")),
                labels(node)));
    }

    private static List<LabelPayload> labels(Json node) {
        return node.list("labels").stream()
                .map(label -> new LabelPayload(label.text("name"), label.text("color", "ededed")))
                .toList();
    }

    static CommentPayload comment(Json node) {
        return new CommentPayload(node.number("id"), node.restActor("user"), node.moment("created_at"));
    }

    static Optional<ReviewPayload> review(Json node) {
        return node.findMoment("submitted_at")
                .map(at -> new ReviewPayload(
                        node.number("id"),
                        node.restActor("user"),
                        node.text("state").toUpperCase(Locale.ROOT),
                        at,
                        0));
    }

    static RunPayload run(Json node) {
        return new RunPayload(
                node.number("id"),
                node.number("workflow_id"),
                node.text("name", ""),
                node.findText("path"),
                node.count("run_number"),
                Math.max(1, node.count("run_attempt")),
                node.text("event", ""),
                node.findText("head_branch"),
                node.text("head_sha", ""),
                node.text("status", "").toLowerCase(Locale.ROOT),
                node.findText("conclusion")
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .filter(text -> !text.isEmpty()),
                node.text("html_url", ""),
                node.moment("created_at"),
                node.findMoment("run_started_at").orElseGet(() -> node.moment("created_at")),
                node.moment("updated_at"),
                node.restActor("actor"));
    }
}

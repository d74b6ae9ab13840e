package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Review;
import java.util.Optional;

/** Events of issues and pull requests, and what else a timeline holds. */
public final class EventShapes {

    private final Shapes shapes;

    EventShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    ObjectNode event(Item item, Happening happening) {
        ObjectNode node = Shapes.object();
        node.put("id", happening.id());
        node.put("node_id", new NodeId("IssueEvent", happening.id()).encoded());
        node.put("url", shapes.url(item.repo()) + "/issues/events/" + happening.id());
        node.set("actor", shapes.author(happening.actor()));
        node.put("event", happening.kind());
        String sha = sha(happening).orElse(null);
        node.put("commit_id", sha);
        node.put("commit_url", sha == null ? null : shapes.url(item.repo()) + "/commits/" + sha);
        node.put("created_at", Shapes.text(happening.at()));
        node.putNull("performed_via_github_app");
        subject(node, happening);
        return node;
    }

    /** An event of the whole repository's list, which names its issue. */
    ObjectNode eventWithIssue(Item item, Happening happening) {
        ObjectNode node = event(item, happening);
        node.set("issue", shapes.issues().issue(item));
        return node;
    }

    private static Optional<String> sha(Happening happening) {
        return switch (happening.subject()) {
            case Happening.Subject.Ended ended -> ended.sha();
            case Happening.Subject.Replaced replaced -> replaced.after().map(Commit::sha);
            default -> Optional.empty();
        };
    }

    private void subject(ObjectNode node, Happening happening) {
        switch (happening.subject()) {
            case Happening.Subject.None none -> {}
            case Happening.Subject.OfLabel of ->
                node.putObject("label")
                        .put("name", of.label().name())
                        .put("color", of.label().color());
            case Happening.Subject.OfAccount of -> account(node, happening, of);
            case Happening.Subject.OfTeam of -> {
                node.set("review_requester", shapes.author(happening.actor()));
                node.set("requested_team", shapes.teams().team(of.team()));
            }
            case Happening.Subject.OfMilestone of -> node.putObject("milestone").put("title", of.title());
            case Happening.Subject.OfReview of ->
                node.putObject("dismissed_review")
                        .put("state", of.review().state().toLowerCase(java.util.Locale.ROOT))
                        .put("review_id", of.review().id())
                        .put("dismissal_message", of.message());
            case Happening.Subject.OfIssue of -> {}
            case Happening.Subject.OfType of -> {}
            case Happening.Subject.Renamed renamed ->
                node.putObject("rename").put("from", renamed.from()).put("to", renamed.to());
            case Happening.Subject.Retargeted retargeted -> {}
            case Happening.Subject.Replaced replaced -> {}
            case Happening.Subject.Ended ended -> ended.reason().ifPresent(reason -> node.put("state_reason", reason));
            case Happening.Subject.From from -> {}
            case Happening.Subject.OfProject of -> {}
        }
    }

    private void account(ObjectNode node, Happening happening, Happening.Subject.OfAccount of) {
        if (happening.kind().startsWith("review")) {
            node.set("review_requester", shapes.author(happening.actor()));
            node.set("requested_reviewer", shapes.accounts().user(of.account()));
        } else {
            node.set("assignee", shapes.accounts().user(of.account()));
            node.set("assigner", shapes.author(happening.actor()));
        }
    }

    /** A comment in a timeline. */
    ObjectNode commented(Item item, Comment comment) {
        ObjectNode node = shapes.issues().comment(item, comment);
        node.put("event", "commented");
        node.set("actor", node.path("user"));
        return node;
    }

    /** A review in a timeline, whose state is written small there. */
    ObjectNode reviewed(Pull pull, Review review) {
        ObjectNode node = shapes.pulls().review(pull, review);
        node.set("user", shapes.author(review.author()));
        node.put("state", review.state().toLowerCase(java.util.Locale.ROOT));
        node.put("event", "reviewed");
        return node;
    }

    /** A commit in a timeline: nobody's account, only a name. */
    ObjectNode committed(Pull pull, Commit commit) {
        ObjectNode full = shapes.commits().commit(pull.repo(), commit);
        ObjectNode node = Shapes.object();
        node.put("event", "committed");
        node.put("sha", commit.sha());
        node.set("node_id", full.path("node_id"));
        node.put("url", shapes.url(pull.repo()) + "/git/commits/" + commit.sha());
        node.set("html_url", full.path("html_url"));
        for (String field : new String[] {"author", "committer", "tree", "message", "verification"}) {
            node.set(field, full.path("commit").path(field));
        }
        node.set("parents", full.path("parents"));
        return node;
    }

    /** Another item's pull request that names this one. */
    ObjectNode crossReferenced(Issue issue, Pull source) {
        ObjectNode node = Shapes.object();
        node.put("event", "cross-referenced");
        node.set("actor", shapes.author(source.author()));
        node.put("created_at", Shapes.text(source.createdAt()));
        node.put("updated_at", Shapes.text(source.createdAt()));
        ObjectNode from = node.putObject("source").put("type", "issue");
        ObjectNode entry = shapes.issues().issue(source);
        entry.set("repository", shapes.repos().repo(issue.repo()));
        from.set("issue", entry);
        return node;
    }
}

package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.IssueType;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;

/** Issues, what pull requests share with them, and comments. */
public final class IssueShapes {

    private static final String FIRST_DAY = "2025-01-01T00:00:00Z";

    private final Shapes shapes;

    IssueShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    /** An entry of the list of issues; a pull request's carries the {@code pull_request} key. */
    public ObjectNode issue(Item item) {
        ObjectNode node = Shapes.object();
        String url = shapes.url(item.repo()) + "/issues/" + item.number();
        node.put("url", url);
        node.put("repository_url", shapes.url(item.repo()));
        node.put("labels_url", url + "/labels{/name}");
        node.put("comments_url", url + "/comments");
        node.put("events_url", url + "/events");
        node.put("timeline_url", url + "/timeline");
        node.put("html_url", shapes.page(item));
        node.put("id", item instanceof Pull pull ? pull.issueId() : item.id());
        node.put("node_id", new NodeId(item instanceof Pull ? "PullRequest" : "Issue", item.id()).encoded());
        node.put("number", item.number());
        common(node, item);
        node.put("comments", item.comments().size());
        node.set("closed_by", shapes.user(item.closedBy()));
        node.putNull("performed_via_github_app");
        reactions(node, url);
        switch (item) {
            case Issue issue -> ofIssue(node, issue);
            case Pull pull -> ofPull(node, pull);
        }
        return node;
    }

    private void ofIssue(ObjectNode node, Issue issue) {
        node.put("state_reason", issue.stateReason().orElse(null));
        node.set("type", issue.type().<JsonNode>map(this::type).orElse(NullNode.instance));
        long done = issue.subIssues().stream().filter(part -> !part.isOpen()).count();
        int parts = issue.subIssues().size();
        node.putObject("sub_issues_summary")
                .put("total", parts)
                .put("completed", done)
                .put("percent_completed", parts == 0 ? 0 : done * 100 / parts);
        issue.parent()
                .ifPresent(parent ->
                        node.put("parent_issue_url", shapes.url(parent.repo()) + "/issues/" + parent.number()));
    }

    private void ofPull(ObjectNode node, Pull pull) {
        node.putNull("state_reason");
        node.put("draft", pull.draft());
        ObjectNode link = node.putObject("pull_request");
        link.put("url", shapes.url(pull.repo()) + "/pulls/" + pull.number());
        link.put("html_url", shapes.page(pull));
        link.put("diff_url", shapes.page(pull) + ".diff");
        link.put("patch_url", shapes.page(pull) + ".patch");
        link.put("merged_at", Shapes.text(pull.mergedAt()));
    }

    public ObjectNode type(IssueType type) {
        ObjectNode node = Shapes.object();
        node.put("id", type.id());
        node.put("node_id", new NodeId("IssueType", type.id()).encoded());
        node.put("name", type.name());
        node.put("description", type.description());
        node.put("color", type.color());
        node.put("created_at", FIRST_DAY);
        node.put("updated_at", FIRST_DAY);
        node.put("is_enabled", true);
        return node;
    }

    /** What issues and pull requests print alike. */
    void common(ObjectNode node, Item item) {
        node.put("state", item.isOpen() ? "open" : "closed");
        node.put("locked", item.locked());
        node.put("active_lock_reason", item.lockReason().orElse(null));
        node.put("title", item.title());
        node.put("body", item.body().orElse(null));
        node.set("user", shapes.author(item.author()));
        node.put("author_association", item.repo().association(item.author()));
        node.set("labels", Shapes.list(item.labels(), label -> shapes.plans().label(item.repo(), label)));
        node.set(
                "milestone",
                item.milestone()
                        .<JsonNode>map(one -> shapes.plans().milestone(item.repo(), one))
                        .orElse(NullNode.instance));
        node.set("assignee", shapes.user(item.assignees().stream().findFirst()));
        node.set("assignees", Shapes.list(item.assignees(), shapes.accounts()::user));
        node.put("created_at", Shapes.text(item.createdAt()));
        node.put("updated_at", Shapes.text(item.updatedAt()));
        node.put("closed_at", Shapes.text(item.closedAt()));
    }

    public ObjectNode comment(Item item, Comment comment) {
        ObjectNode node = Shapes.object();
        String url = shapes.url(item.repo()) + "/issues/comments/" + comment.id();
        node.put("url", url);
        node.put("html_url", shapes.page(item) + "#issuecomment-" + comment.id());
        node.put("issue_url", shapes.url(item.repo()) + "/issues/" + item.number());
        node.put("id", comment.id());
        node.put("node_id", new NodeId("IssueComment", comment.id()).encoded());
        node.set("user", shapes.author(comment.author()));
        node.put("created_at", Shapes.text(comment.createdAt()));
        node.put("updated_at", Shapes.text(comment.updatedAt()));
        node.put("body", comment.body());
        node.put("author_association", item.repo().association(comment.author()));
        node.putNull("performed_via_github_app");
        reactions(node, url);
        return node;
    }

    /** Nobody reacts here; the counts are there, and nought. */
    static void reactions(ObjectNode node, String url) {
        ObjectNode reactions = node.putObject("reactions");
        reactions.put("url", url + "/reactions");
        reactions.put("total_count", 0);
        for (String one : new String[] {"+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes"}) {
            reactions.put(one, 0);
        }
    }
}

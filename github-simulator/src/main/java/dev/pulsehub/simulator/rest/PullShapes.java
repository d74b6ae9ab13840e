package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.FileChange;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.ReviewComment;

/** Pull requests, their reviews, line comments and files. */
public final class PullShapes {

    private final Shapes shapes;

    PullShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    /** A pull request as lists and review webhooks print it: without {@code merged} and sizes. */
    public ObjectNode inList(Pull pull) {
        Repo repo = pull.repo();
        ObjectNode node = Shapes.object();
        String url = shapes.url(repo) + "/pulls/" + pull.number();
        String issue = shapes.url(repo) + "/issues/" + pull.number();
        node.put("url", url);
        node.put("id", pull.id());
        node.put("node_id", new NodeId("PullRequest", pull.id()).encoded());
        node.put("html_url", shapes.page(pull));
        node.put("diff_url", shapes.page(pull) + ".diff");
        node.put("patch_url", shapes.page(pull) + ".patch");
        node.put("issue_url", issue);
        node.put("number", pull.number());
        shapes.issues().common(node, pull);
        node.put("merged_at", Shapes.text(pull.mergedAt()));
        node.put("merge_commit_sha", pull.mergeCommitSha().orElse(null));
        node.set("requested_reviewers", Shapes.list(pull.requestedReviewers(), shapes.accounts()::user));
        node.set("requested_teams", Shapes.list(pull.requestedTeams(), shapes.teams()::team));
        node.put("draft", pull.draft());
        node.put("commits_url", url + "/commits");
        node.put("review_comments_url", url + "/comments");
        node.put("review_comment_url", shapes.url(repo) + "/pulls/comments{/number}");
        node.put("comments_url", issue + "/comments");
        node.put("statuses_url", shapes.url(repo) + "/statuses/" + pull.headSha());
        node.set("head", branch(pull, pull.headRef(), pull.headSha(), pull.headRepoGone()));
        node.set("base", branch(pull, pull.baseRef(), base(pull), false));
        links(node);
        node.putNull("auto_merge");
        return node;
    }

    /** The commit its first one stands on. */
    private static String base(Pull pull) {
        return pull.commits().stream()
                .findFirst()
                .flatMap(commit -> commit.parents().stream().findFirst())
                .orElse("0".repeat(40));
    }

    private static void links(ObjectNode node) {
        ObjectNode links = node.putObject("_links");
        links.putObject("self").put("href", node.path("url").asText());
        links.putObject("html").put("href", node.path("html_url").asText());
        links.putObject("issue").put("href", node.path("issue_url").asText());
        links.putObject("comments").put("href", node.path("comments_url").asText());
        links.putObject("review_comments")
                .put("href", node.path("review_comments_url").asText());
        links.putObject("review_comment")
                .put("href", node.path("review_comment_url").asText());
        links.putObject("commits").put("href", node.path("commits_url").asText());
        links.putObject("statuses").put("href", node.path("statuses_url").asText());
    }

    private ObjectNode branch(Pull pull, String ref, String sha, boolean repoGone) {
        ObjectNode node = Shapes.object();
        node.put("label", pull.repo().owner().login() + ":" + ref);
        node.put("ref", ref);
        node.put("sha", sha);
        node.set("user", shapes.accounts().user(pull.repo().owner()));
        node.set(
                "repo", repoGone ? NullNode.instance : (JsonNode) shapes.repos().repo(pull.repo()));
        return node;
    }

    /** A pull request as it is printed alone and in its own webhooks. */
    public ObjectNode pull(Pull pull) {
        ObjectNode node = inList(pull);
        node.put("merged", pull.mergedAt().isPresent());
        node.putNull("mergeable");
        node.putNull("rebaseable");
        node.put("mergeable_state", "unknown");
        node.set("merged_by", shapes.user(pull.mergedBy()));
        node.put("comments", pull.comments().size());
        node.put("review_comments", pull.reviewComments().size());
        node.put("maintainer_can_modify", false);
        node.put("commits", pull.commits().size());
        node.put("additions", pull.additions());
        node.put("deletions", pull.deletions());
        node.put("changed_files", pull.changedFiles());
        return node;
    }

    public ObjectNode review(Pull pull, Review review) {
        ObjectNode node = Shapes.object();
        String html = shapes.page(pull) + "#pullrequestreview-" + review.id();
        String url = shapes.url(pull.repo()) + "/pulls/" + pull.number();
        node.put("id", review.id());
        node.put("node_id", new NodeId("PullRequestReview", review.id()).encoded());
        node.set("user", shapes.user(review.author()));
        node.put("body", review.body());
        node.put("state", review.state());
        node.put("html_url", html);
        node.put("pull_request_url", url);
        node.put("author_association", pull.repo().association(review.author()));
        ObjectNode links = node.putObject("_links");
        links.putObject("html").put("href", html);
        links.putObject("pull_request").put("href", url);
        node.put("submitted_at", Shapes.text(review.submittedAt()));
        node.put("commit_id", review.commitSha());
        return node;
    }

    public ObjectNode reviewComment(Pull pull, ReviewComment comment) {
        ObjectNode node = Shapes.object();
        String url = shapes.url(pull.repo()) + "/pulls/comments/" + comment.id();
        String html = shapes.page(pull) + "#discussion_r" + comment.id();
        String pullUrl = shapes.url(pull.repo()) + "/pulls/" + pull.number();
        node.put("url", url);
        node.put("pull_request_review_id", comment.reviewId() == 0 ? null : (Long) comment.reviewId());
        node.put("id", comment.id());
        node.put("node_id", new NodeId("PullRequestReviewComment", comment.id()).encoded());
        node.put("diff_hunk", "@@ -1,60 +1,60 @@");
        node.put("path", comment.path());
        node.put("commit_id", pull.headSha());
        node.put("original_commit_id", pull.headSha());
        node.set("user", shapes.author(comment.author()));
        node.put("body", comment.body());
        node.put("created_at", Shapes.text(comment.createdAt()));
        node.put("updated_at", Shapes.text(comment.updatedAt()));
        node.put("html_url", html);
        node.put("pull_request_url", pullUrl);
        node.put("author_association", pull.repo().association(comment.author()));
        ObjectNode links = node.putObject("_links");
        links.putObject("self").put("href", url);
        links.putObject("html").put("href", html);
        links.putObject("pull_request").put("href", pullUrl);
        IssueShapes.reactions(node, url);
        node.putNull("start_line");
        node.putNull("original_start_line");
        node.putNull("start_side");
        for (String line : new String[] {"line", "original_line", "position", "original_position"}) {
            node.put(line, comment.line());
        }
        node.put("side", "RIGHT");
        node.put("subject_type", "line");
        return node;
    }

    ObjectNode file(Pull pull, FileChange file) {
        ObjectNode node = Shapes.object();
        String page = shapes.page(pull.repo());
        node.put("sha", pull.headSha());
        node.put("filename", file.path());
        node.put("status", file.status());
        node.put("additions", file.additions());
        node.put("deletions", file.deletions());
        node.put("changes", file.additions() + file.deletions());
        node.put("blob_url", page + "/blob/" + pull.headSha() + "/" + file.path());
        node.put("raw_url", page + "/raw/" + pull.headSha() + "/" + file.path());
        node.put("contents_url", shapes.url(pull.repo()) + "/contents/" + file.path() + "?ref=" + pull.headSha());
        return node;
    }
}

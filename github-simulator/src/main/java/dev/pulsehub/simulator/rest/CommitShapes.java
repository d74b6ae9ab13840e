package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Repo;
import java.time.Instant;
import java.util.List;

/** Commits and the comparison of two of them. */
public final class CommitShapes {

    private final Shapes shapes;

    CommitShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    ObjectNode commit(Repo repo, Commit commit) {
        ObjectNode node = Shapes.object();
        String url = shapes.url(repo) + "/commits/" + commit.sha();
        node.put("sha", commit.sha());
        node.put("node_id", id(commit));
        node.set("commit", inner(repo, commit));
        node.put("url", url);
        node.put("html_url", shapes.page(repo) + "/commit/" + commit.sha());
        node.put("comments_url", url + "/comments");
        node.set("author", shapes.user(commit.author()));
        node.set("committer", shapes.user(commit.author()));
        ArrayNode parents = node.putArray("parents");
        commit.parents()
                .forEach(sha -> parents.addObject()
                        .put("sha", sha)
                        .put("url", shapes.url(repo) + "/commits/" + sha)
                        .put("html_url", shapes.page(repo) + "/commit/" + sha));
        return node;
    }

    /** A commit alone, with how much it changed. */
    ObjectNode alone(Repo repo, Commit commit) {
        ObjectNode node = commit(repo, commit);
        node.putObject("stats")
                .put("additions", commit.size().additions())
                .put("deletions", commit.size().deletions())
                .put("total", commit.size().additions() + commit.size().deletions());
        node.putArray("files");
        return node;
    }

    private static String id(Commit commit) {
        return new NodeId("Commit", Long.parseUnsignedLong(commit.sha().substring(0, 15), 16)).encoded();
    }

    private ObjectNode inner(Repo repo, Commit commit) {
        ObjectNode node = Shapes.object();
        node.set("author", signature(commit, commit.authoredAt()));
        node.set("committer", signature(commit, commit.committedAt()));
        node.put("message", commit.message());
        node.putObject("tree").put("sha", commit.sha()).put("url", shapes.url(repo) + "/git/trees/" + commit.sha());
        node.put("url", shapes.url(repo) + "/git/commits/" + commit.sha());
        node.put("comment_count", 0);
        node.putObject("verification")
                .put("verified", false)
                .put("reason", "unsigned")
                .putNull("signature")
                .putNull("payload")
                .putNull("verified_at");
        return node;
    }

    private static ObjectNode signature(Commit commit, Instant at) {
        return Shapes.object()
                .put("name", commit.authorName())
                .put("email", commit.authorEmail())
                .put("date", Shapes.text(at));
    }

    /** What a run or a check suite says of its commit. */
    static ObjectNode head(Commit commit) {
        ObjectNode node = Shapes.object();
        node.put("id", commit.sha());
        node.put("tree_id", commit.sha());
        node.put("message", commit.message());
        node.put("timestamp", Shapes.text(commit.committedAt()));
        node.putObject("author").put("name", commit.authorName()).put("email", commit.authorEmail());
        node.putObject("committer").put("name", commit.authorName()).put("email", commit.authorEmail());
        return node;
    }

    /**
     * How far two commits are apart.
     *
     * @param ahead commits the head has and the base has not, oldest first
     * @param behind commits the base has and the head has not
     */
    ObjectNode comparison(Repo repo, String spec, Commit base, Commit mergeBase, List<Commit> ahead, int behind) {
        ObjectNode node = Shapes.object();
        String page = shapes.page(repo) + "/compare/" + spec;
        node.put("url", shapes.url(repo) + "/compare/" + spec);
        node.put("html_url", page);
        node.put("permalink_url", page);
        node.put("diff_url", page + ".diff");
        node.put("patch_url", page + ".patch");
        node.set("base_commit", commit(repo, base));
        node.set("merge_base_commit", commit(repo, mergeBase));
        boolean isAhead = !ahead.isEmpty();
        node.put("status", isAhead ? behind > 0 ? "diverged" : "ahead" : behind > 0 ? "behind" : "identical");
        node.put("ahead_by", ahead.size());
        node.put("behind_by", behind);
        node.put("total_commits", ahead.size());
        node.set("commits", Shapes.list(ahead.subList(0, Math.min(250, ahead.size())), one -> commit(repo, one)));
        node.putArray("files");
        return node;
    }
}

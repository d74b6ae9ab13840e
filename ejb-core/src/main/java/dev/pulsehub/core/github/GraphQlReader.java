package dev.pulsehub.core.github;

import dev.pulsehub.core.github.Payloads.Actor;
import dev.pulsehub.core.github.Payloads.CommentPayload;
import dev.pulsehub.core.github.Payloads.CommitPayload;
import dev.pulsehub.core.github.Payloads.DeploymentPayload;
import dev.pulsehub.core.github.Payloads.DeploymentStatus;
import dev.pulsehub.core.github.Payloads.EventPayload;
import dev.pulsehub.core.github.Payloads.InventoryPayload;
import dev.pulsehub.core.github.Payloads.IssuePayload;
import dev.pulsehub.core.github.Payloads.LabelPayload;
import dev.pulsehub.core.github.Payloads.MilestonePayload;
import dev.pulsehub.core.github.Payloads.PullPayload;
import dev.pulsehub.core.github.Payloads.ReleasePayload;
import dev.pulsehub.core.github.Payloads.RepoPayload;
import dev.pulsehub.core.github.Payloads.ReviewPayload;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** GraphQL's shapes. */
final class GraphQlReader {

    private static final Map<String, String> KINDS = Map.of(
            "ClosedEvent", "closed",
            "ReopenedEvent", "reopened",
            "MergedEvent", "merged",
            "ReadyForReviewEvent", "ready_for_review",
            "ConvertToDraftEvent", "convert_to_draft",
            "HeadRefForcePushedEvent", "head_ref_force_pushed");

    private GraphQlReader() {}

    static RepoPayload repo(String owner, Json node) {
        return new RepoPayload(
                node.number("databaseId"),
                owner,
                node.text("name"),
                node.findText("description"),
                node.flag("isPrivate"),
                node.flag("isArchived"),
                node.flag("isFork"),
                node.find("defaultBranchRef").map(branch -> branch.text("name")),
                node.find("primaryLanguage").map(language -> language.text("name")),
                node.count("stargazerCount"),
                node.count("forkCount"),
                node.text("url"),
                node.moment("createdAt"),
                node.moment("updatedAt"),
                node.findMoment("pushedAt"));
    }

    static MilestonePayload milestone(Json node) {
        return new MilestonePayload(
                node.count("number"),
                node.text("title"),
                node.text("state"),
                node.findMoment("dueOn"),
                node.moment("createdAt"),
                node.moment("updatedAt"),
                node.findMoment("closedAt"),
                node.text("url"));
    }

    static DeploymentPayload deployment(Json node) {
        return new DeploymentPayload(
                node.number("databaseId"),
                node.text("environment", ""),
                node.text("commitOid", ""),
                node.find("ref").map(ref -> ref.text("name")),
                node.graphqlActor("creator"),
                node.moment("createdAt"),
                node.moment("updatedAt"),
                node.get("statuses").list("nodes").stream()
                        .map(status -> new DeploymentStatus(
                                status.text("state").toLowerCase(Locale.ROOT), status.moment("createdAt")))
                        .toList());
    }

    static InventoryPayload inventory(Json node) {
        return new InventoryPayload(
                node.number("fullDatabaseId"),
                node.count("number"),
                node.moment("updatedAt"),
                milestoneOf(node),
                node.get("labels").list("nodes").stream()
                        .map(label -> label.text("name"))
                        .sorted()
                        .toList(),
                node.find("comments")
                        .map(comments -> comments.count("totalCount"))
                        .orElseGet(() -> node.count("totalCommentsCount")));
    }

    static ReleasePayload release(Json node) {
        return new ReleasePayload(
                node.number("databaseId"),
                node.text("tagName", ""),
                node.findText("name"),
                node.find("tagCommit").map(commit -> commit.text("oid")),
                node.flag("isDraft"),
                node.flag("isPrerelease"),
                node.moment("createdAt"),
                node.findMoment("publishedAt"));
    }

    static IssuePayload issue(Json node, List<LabelPayload> labels) {
        return new IssuePayload(
                node.number("fullDatabaseId"),
                node.count("number"),
                node.text("title", ""),
                node.text("url"),
                node.text("state"),
                node.findText("stateReason"),
                node.moment("createdAt"),
                node.moment("updatedAt"),
                node.findMoment("closedAt"),
                node.graphqlActor("author"),
                milestoneOf(node),
                labels);
    }

    static PullPayload pull(Json node, List<LabelPayload> labels) {
        return new PullPayload(
                node.number("fullDatabaseId"),
                node.count("number"),
                node.text("title", ""),
                node.text("url"),
                node.text("state"),
                node.flag("isDraft"),
                node.moment("createdAt"),
                node.moment("updatedAt"),
                node.findMoment("closedAt"),
                node.findMoment("mergedAt"),
                node.graphqlActor("author"),
                node.graphqlActor("mergedBy"),
                node.find("mergeCommit").map(commit -> commit.text("oid")),
                node.text("baseRefName", ""),
                node.text("headRefName", ""),
                node.text("headRefOid", ""),
                node.count("additions"),
                node.count("deletions"),
                node.count("changedFiles"),
                milestoneOf(node),
                labels);
    }

    private static Optional<Integer> milestoneOf(Json node) {
        return node.find("milestone").map(milestone -> milestone.count("number"));
    }

    static LabelPayload label(Json node) {
        return new LabelPayload(node.text("name"), node.text("color", "ededed"));
    }

    static CommentPayload comment(Json node) {
        return new CommentPayload(node.number("fullDatabaseId"), node.graphqlActor("author"), node.moment("createdAt"));
    }

    static EventPayload event(Json node) {
        return new EventPayload(
                KINDS.getOrDefault(node.text("__typename"), node.text("__typename")),
                node.moment("createdAt"),
                node.graphqlActor("actor"),
                node.find("beforeCommit").flatMap(commit -> commit.findMoment("authoredDate")));
    }

    /** A review that was not submitted yet has no moment and is nobody's business. */
    static Optional<ReviewPayload> review(Json node) {
        return node.findMoment("submittedAt")
                .map(at -> new ReviewPayload(
                        node.number("fullDatabaseId"),
                        node.graphqlActor("author"),
                        node.text("state"),
                        at,
                        node.find("comments")
                                .map(comments -> comments.count("totalCount"))
                                .orElse(0)));
    }

    static CommitPayload commit(Json node) {
        return branchCommit(node.get("commit"));
    }

    static CommitPayload branchCommit(Json commit) {
        Optional<Json> author = commit.find("author");
        Optional<Actor> account = author.flatMap(one -> one.find("user"))
                .filter(user -> user.findText("databaseId").isPresent())
                .map(user -> new Actor(
                        user.number("databaseId"),
                        user.text("login"),
                        "User",
                        user.findText("name"),
                        user.findText("avatarUrl")));
        return new CommitPayload(
                commit.text("oid"),
                account,
                author.map(one -> one.text("name", "")).orElse(""),
                commit.moment("authoredDate"),
                commit.moment("committedDate"),
                commit.get("parents").count("totalCount"),
                commit.text("messageHeadline", ""));
    }
}

package dev.pulsehub.core.github;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What GitHub says about its things. An absent optional is a null or a missing field of GitHub's answer. */
public final class Payloads {

    private Payloads() {}

    /** A login; {@code type} is User, Bot, Organization or Mannequin. */
    public record Actor(long id, String login, String type, Optional<String> name, Optional<String> avatarUrl) {}

    public record RepoPayload(
            long id,
            String ownerLogin,
            String name,
            Optional<String> description,
            boolean isPrivate,
            boolean isArchived,
            boolean isFork,
            Optional<String> defaultBranch,
            Optional<String> language,
            int starCount,
            int forkCount,
            String url,
            Instant createdAt,
            Instant updatedAt,
            Optional<Instant> pushedAt) {}

    public record LabelPayload(String name, String color) {}

    public record MilestonePayload(
            int number,
            String title,
            String state,
            Optional<Instant> dueAt,
            Instant createdAt,
            Instant updatedAt,
            Optional<Instant> closedAt,
            String url) {}

    public record CommentPayload(long id, Optional<Actor> author, Instant createdAt) {}

    /** A timeline event; {@code kind} as REST names it, {@code beforeCommitAt} a force push's only. */
    public record EventPayload(String kind, Instant at, Optional<Actor> actor, Optional<Instant> beforeCommitAt) {}

    public record ReviewPayload(long id, Optional<Actor> author, String state, Instant submittedAt, int commentCount) {}

    public record CommitPayload(
            String sha,
            Optional<Actor> author,
            String authorName,
            Instant authoredAt,
            Instant committedAt,
            int parentCount,
            String headline) {}

    /** An issue without what hangs on it; {@code state} is OPEN or CLOSED. */
    public record IssuePayload(
            long id,
            int number,
            String title,
            String url,
            String state,
            Optional<String> stateReason,
            Instant createdAt,
            Instant updatedAt,
            Optional<Instant> closedAt,
            Optional<Actor> author,
            Optional<Integer> milestone,
            List<LabelPayload> labels) {
        public IssuePayload {
            labels = List.copyOf(labels);
        }
    }

    /** An issue with everything that hangs on it. */
    public record WholeIssue(IssuePayload issue, List<CommentPayload> comments, List<EventPayload> events) {
        public WholeIssue {
            comments = List.copyOf(comments);
            events = List.copyOf(events);
        }
    }

    /** A pull request without what hangs on it; {@code state} is OPEN, MERGED or CLOSED. */
    public record PullPayload(
            long id,
            int number,
            String title,
            String url,
            String state,
            boolean draft,
            Instant createdAt,
            Instant updatedAt,
            Optional<Instant> closedAt,
            Optional<Instant> mergedAt,
            Optional<Actor> author,
            Optional<Actor> mergedBy,
            Optional<String> mergeCommitSha,
            String baseRef,
            String headRef,
            String headSha,
            int additions,
            int deletions,
            int changedFiles,
            Optional<Integer> milestone,
            List<LabelPayload> labels) {
        public PullPayload {
            labels = List.copyOf(labels);
        }
    }

    /** A pull request with everything that hangs on it. */
    public record WholePull(
            PullPayload pull,
            List<CommentPayload> comments,
            List<ReviewPayload> reviews,
            List<CommitPayload> commits,
            List<EventPayload> events) {
        public WholePull {
            comments = List.copyOf(comments);
            reviews = List.copyOf(reviews);
            commits = List.copyOf(commits);
            events = List.copyOf(events);
        }
    }

    public record RunPayload(
            long id,
            long workflowId,
            String workflowName,
            Optional<String> workflowPath,
            int runNumber,
            int attempt,
            String event,
            Optional<String> branch,
            String headSha,
            String status,
            Optional<String> conclusion,
            String url,
            Instant createdAt,
            Instant runStartedAt,
            Instant updatedAt,
            Optional<Actor> actor) {}

    /**
     * A deployment with its statuses.
     *
     * @param ref the branch or tag, as long as there is one
     */
    public record DeploymentPayload(
            long id,
            String environment,
            String sha,
            Optional<String> ref,
            Optional<Actor> creator,
            Instant createdAt,
            Instant updatedAt,
            List<DeploymentStatus> statuses) {
        public DeploymentPayload {
            statuses = List.copyOf(statuses);
        }
    }

    /** One step of a deployment; {@code state} as REST names it. */
    public record DeploymentStatus(String state, Instant at) {}

    /**
     * An issue or pull request in a list of all.
     *
     * @param comments comments, and on a pull request those on lines too
     */
    public record InventoryPayload(
            long id, int number, Instant updatedAt, Optional<Integer> milestone, List<String> labels, int comments) {
        public InventoryPayload {
            labels = List.copyOf(labels);
        }
    }

    public record ReleasePayload(
            long id,
            String tag,
            Optional<String> name,
            Optional<String> sha,
            boolean draft,
            boolean prerelease,
            Instant createdAt,
            Optional<Instant> publishedAt) {}
}

package dev.pulsehub.core.ingest;

import dev.pulsehub.core.github.Payloads.Actor;
import dev.pulsehub.core.github.Payloads.CommentPayload;
import dev.pulsehub.core.github.Payloads.CommitPayload;
import dev.pulsehub.core.github.Payloads.EventPayload;
import dev.pulsehub.core.github.Payloads.IssuePayload;
import dev.pulsehub.core.github.Payloads.LabelPayload;
import dev.pulsehub.core.github.Payloads.PullPayload;
import dev.pulsehub.core.github.Payloads.ReviewPayload;
import dev.pulsehub.core.github.Payloads.RunPayload;
import dev.pulsehub.core.metrics.Bots;
import dev.pulsehub.persistence.account.StoredAccount;
import dev.pulsehub.persistence.issue.StoredComment;
import dev.pulsehub.persistence.issue.StoredEvent;
import dev.pulsehub.persistence.issue.StoredIssue;
import dev.pulsehub.persistence.pullrequest.StoredCommit;
import dev.pulsehub.persistence.pullrequest.StoredPullRequest;
import dev.pulsehub.persistence.pullrequest.StoredReview;
import dev.pulsehub.persistence.repo.StoredLabel;
import dev.pulsehub.persistence.repo.TrackedRepo;
import dev.pulsehub.persistence.workflow.StoredRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GitHub's payloads as rows of one tracked repository. */
record Rows(TrackedRepo repo) {

    private static final int LONGEST_TITLE = 1024;

    StoredAccount account(Actor actor, Instant seenAt) {
        return new StoredAccount(
                repo.organizationId(),
                actor.id(),
                actor.login(),
                actor.name().orElse(null),
                actor.type(),
                Bots.isBot(actor.type(), actor.login()),
                actor.avatarUrl().orElse(null),
                seenAt);
    }

    StoredIssue issue(IssuePayload issue) {
        return new StoredIssue(
                repo.organizationId(),
                issue.id(),
                repo.githubId(),
                issue.number(),
                bounded(issue.title()),
                id(issue.author()),
                issue.state(),
                issue.stateReason().orElse(null),
                issue.milestone().orElse(null),
                names(issue.labels()),
                issue.url(),
                issue.createdAt(),
                issue.updatedAt(),
                issue.closedAt().orElse(null));
    }

    StoredPullRequest pull(PullPayload pull) {
        return new StoredPullRequest(
                repo.organizationId(),
                pull.id(),
                repo.githubId(),
                pull.number(),
                bounded(pull.title()),
                id(pull.author()),
                pull.state(),
                pull.draft(),
                pull.milestone().orElse(null),
                names(pull.labels()),
                pull.baseRef(),
                pull.headRef(),
                pull.headSha(),
                pull.mergeCommitSha().orElse(null),
                id(pull.mergedBy()),
                pull.additions(),
                pull.deletions(),
                pull.changedFiles(),
                pull.url(),
                pull.createdAt(),
                pull.updatedAt(),
                pull.closedAt().orElse(null),
                pull.mergedAt().orElse(null));
    }

    StoredReview review(long pullId, ReviewPayload review) {
        return new StoredReview(
                repo.organizationId(),
                review.id(),
                repo.githubId(),
                pullId,
                id(review.author()),
                review.state(),
                review.submittedAt(),
                review.commentCount());
    }

    StoredCommit commit(long pullId, CommitPayload commit) {
        return new StoredCommit(
                repo.organizationId(),
                repo.githubId(),
                pullId,
                commit.sha(),
                id(commit.author()),
                commit.authorName(),
                commit.authoredAt(),
                commit.committedAt(),
                commit.parentCount(),
                bounded(commit.headline()));
    }

    StoredComment comment(int number, CommentPayload comment) {
        return new StoredComment(
                repo.organizationId(),
                comment.id(),
                repo.githubId(),
                number,
                id(comment.author()),
                comment.createdAt());
    }

    StoredEvent event(int number, EventPayload event) {
        return new StoredEvent(
                repo.organizationId(),
                repo.githubId(),
                number,
                event.kind(),
                event.at(),
                id(event.actor()),
                event.beforeCommitAt().orElse(null));
    }

    StoredLabel label(LabelPayload label) {
        return new StoredLabel(repo.organizationId(), repo.githubId(), label.name(), label.color());
    }

    StoredRun run(RunPayload run) {
        boolean completed = run.status().equals("completed");
        Instant completedAt = completed ? run.updatedAt() : null;
        return new StoredRun(
                repo.organizationId(),
                run.id(),
                repo.githubId(),
                run.workflowId(),
                run.workflowName(),
                run.workflowPath().orElse(null),
                run.runNumber(),
                run.attempt(),
                run.event(),
                run.branch().orElse(null),
                run.headSha(),
                run.status(),
                run.conclusion().orElse(null),
                run.url(),
                run.createdAt(),
                run.runStartedAt(),
                run.updatedAt(),
                completedAt,
                completedAt == null ? null : seconds(run.runStartedAt(), completedAt));
    }

    private static @Nullable Long seconds(Instant from, Instant to) {
        Duration duration = Duration.between(from, to);
        return duration.isNegative() ? null : duration.toSeconds();
    }

    private static @Nullable Long id(Optional<Actor> actor) {
        return actor.map(Actor::id).orElse(null);
    }

    private static List<String> names(List<LabelPayload> labels) {
        return labels.stream()
                .map(LabelPayload::name)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE - 1) + "…";
    }
}

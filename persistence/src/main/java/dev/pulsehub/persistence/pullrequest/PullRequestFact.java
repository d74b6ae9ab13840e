package dev.pulsehub.persistence.pullrequest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was measured of one pull request; a null has not happened. Durations are seconds. */
public record PullRequestFact(
        long organizationId,
        long pullRequestId,
        long repoId,
        @Nullable Instant readyAt,
        @Nullable Instant firstCommitAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant firstReviewAt,
        @Nullable Instant firstApprovalAt,
        @Nullable Long codingSeconds,
        @Nullable Long pickupSeconds,
        @Nullable Long reviewSeconds,
        @Nullable Long unreviewedSeconds,
        @Nullable Long redraftSeconds,
        @Nullable Long cycleToMergeSeconds,
        @Nullable Long timeToMergeSeconds,
        @Nullable Long openToMergeSeconds,
        int reviewCount,
        int commentCount,
        boolean rewritten) {}

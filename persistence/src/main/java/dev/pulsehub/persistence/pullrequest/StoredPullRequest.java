package dev.pulsehub.persistence.pullrequest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pull request; {@code labels} sorted by name, {@code state} OPEN, MERGED or CLOSED. */
public record StoredPullRequest(
        long organizationId,
        long githubId,
        long repoId,
        int number,
        String title,
        @Nullable Long authorId,
        String state,
        boolean draft,
        @Nullable Integer milestoneNumber,
        List<String> labels,
        String baseRef,
        String headRef,
        String headSha,
        @Nullable String mergeCommitSha,
        @Nullable Long mergedById,
        int additions,
        int deletions,
        int changedFiles,
        String url,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable Instant mergedAt) {

    public StoredPullRequest {
        labels = List.copyOf(labels);
    }
}

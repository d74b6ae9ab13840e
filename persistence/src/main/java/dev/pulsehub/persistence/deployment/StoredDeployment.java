package dev.pulsehub.persistence.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deployment and how it ended.
 *
 * @param state as GitHub's REST API writes it, never {@code inactive} for one that had ended before
 * @param finishedAt when it succeeded or failed; null while it runs
 */
public record StoredDeployment(
        long organizationId,
        long githubId,
        long repoId,
        String environment,
        String sha,
        @Nullable String ref,
        @Nullable Long creatorId,
        String state,
        Instant createdAt,
        @Nullable Instant finishedAt,
        Instant updatedAt) {}

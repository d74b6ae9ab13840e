package dev.pulsehub.persistence.pullrequest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A commit of one pull request. */
public record StoredCommit(
        long organizationId,
        long repoId,
        long pullRequestId,
        String sha,
        @Nullable Long authorId,
        String authorName,
        Instant authoredAt,
        Instant committedAt,
        int parentCount,
        String headline) {}

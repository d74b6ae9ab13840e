package dev.pulsehub.persistence.pullrequest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A submitted review; {@code commentCount} counts its comments on lines. */
public record StoredReview(
        long organizationId,
        long githubId,
        long repoId,
        long pullRequestId,
        @Nullable Long authorId,
        String state,
        Instant submittedAt,
        int commentCount) {}

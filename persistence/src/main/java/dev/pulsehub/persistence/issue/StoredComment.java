package dev.pulsehub.persistence.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who commented when on an issue or a pull request. */
public record StoredComment(
        long organizationId,
        long githubId,
        long repoId,
        int number,
        @Nullable Long authorId,
        Instant createdAt) {}

package dev.pulsehub.persistence.repo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A milestone; {@code state} is OPEN or CLOSED. */
public record StoredMilestone(
        long organizationId,
        long repoId,
        int number,
        String title,
        String state,
        @Nullable Instant dueAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        String url) {}

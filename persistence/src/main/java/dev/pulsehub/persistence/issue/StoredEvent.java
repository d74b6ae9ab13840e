package dev.pulsehub.persistence.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One event of a timeline; {@code beforeCommitAt} is a force push's only. */
public record StoredEvent(
        long organizationId,
        long repoId,
        int number,
        String kind,
        Instant occurredAt,
        @Nullable Long actorId,
        @Nullable Instant beforeCommitAt) {}

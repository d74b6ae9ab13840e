package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;

/** A milestone of one repository; {@code open} as GitHub's state. */
public record Milestone(
        long id,
        int number,
        String title,
        boolean open,
        Optional<Instant> dueAt,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> closedAt) {}

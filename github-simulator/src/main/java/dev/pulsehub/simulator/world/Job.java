package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * One job of one attempt of a workflow run.
 *
 * @param status {@code queued}, {@code in_progress} or {@code completed}
 */
public record Job(
        long id,
        String name,
        int attempt,
        String status,
        Optional<String> conclusion,
        Instant startedAt,
        Optional<Instant> completedAt) {

    Job completed(String result, Instant at) {
        return new Job(id, name, attempt, "completed", Optional.of(result), startedAt, Optional.of(at));
    }
}

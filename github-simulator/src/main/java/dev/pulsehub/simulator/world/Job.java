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

    /** Whether it belongs to the attempt and has not ended. */
    boolean runsIn(int number) {
        return attempt == number && !"completed".equals(status);
    }

    Job completed(Optional<String> result, Optional<Instant> at) {
        return new Job(id, name, attempt, "completed", result, startedAt, at);
    }
}

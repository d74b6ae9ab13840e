package dev.pulsehub.core.report;

import java.util.Optional;

/**
 * One repository beside the others.
 *
 * @param cycleToMerge median in seconds over {@code cycles} merged pull requests; empty without any
 * @param cycleBefore the same over the time before
 * @param runSuccess share of successful runs among {@code judged}; empty without any
 */
public record RepoComparison(
        String repo,
        long merged,
        long open,
        Optional<Double> cycleToMerge,
        Optional<Double> cycleBefore,
        long cycles,
        Optional<Double> runSuccess,
        long judged) {}

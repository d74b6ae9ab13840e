package dev.pulsehub.core.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How workflow runs ended that completed in the window, and in the time before.
 *
 * @param before nothing when there is nothing to compare with
 * @param workflows of the window, those with the most failures first
 */
public record WorkflowHealth(Scope scope, Window window, Outcome now, Outcome before, List<Workflow> workflows) {

    public WorkflowHealth {
        workflows = List.copyOf(workflows);
    }

    /**
     * Runs that ended in success or in a failure of their own; cancelled, skipped and the like are not counted.
     *
     * @param duration of an attempt, start to completion, in seconds
     */
    public record Outcome(long runs, long succeeded, Percentiles duration) {

        static final Outcome NONE = new Outcome(0, 0, Percentiles.NONE);

        public long failed() {
            return runs - succeeded;
        }

        /** Between 0 and 1; empty without runs. */
        public Optional<Double> successRate() {
            return runs == 0 ? Optional.empty() : Optional.of(succeeded / (double) runs);
        }
    }

    /** @param lastFailed the last run that failed; empty when none did */
    public record Workflow(String repo, String name, Outcome outcome, OptionalLong lastFailed) {}
}

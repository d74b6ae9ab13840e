package dev.pulsehub.core.report;

import java.util.List;

/**
 * How long merged pull requests took, in all and by stage, in the window and in the time before.
 *
 * @param before nothing when there is nothing to compare with
 * @param slowest of the window, the longest first
 */
public record CycleTimes(Scope scope, Window window, Stages now, Stages before, List<PullRequestRow> slowest) {

    public CycleTimes {
        slowest = List.copyOf(slowest);
    }

    /**
     * The pull requests merged in one time.
     *
     * @param merged all of them; a stage has fewer where it did not happen
     * @param cycle first commit to merge, drafts taken out
     */
    public record Stages(long merged, Percentiles cycle, Percentiles coding, Percentiles pickup, Percentiles review) {

        static final Stages NONE =
                new Stages(0, Percentiles.NONE, Percentiles.NONE, Percentiles.NONE, Percentiles.NONE);
    }
}

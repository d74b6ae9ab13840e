package dev.pulsehub.core.report;

import java.time.Instant;
import java.util.Optional;

/**
 * How far what is shown can be trusted to be all there is.
 *
 * @param syncedAt last successful synchronisation of any part; empty before the first
 * @param loading number of parts (a kind of thing of one repository) whose first load is not done
 * @param failing number of parts whose last attempt failed
 */
public record Freshness(Optional<Instant> syncedAt, int loading, int failing) {

    /** Whether every part was loaded once and none fails. */
    public boolean complete() {
        return syncedAt.isPresent() && loading == 0 && failing == 0;
    }
}

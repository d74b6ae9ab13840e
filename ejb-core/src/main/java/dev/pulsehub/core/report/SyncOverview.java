package dev.pulsehub.core.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is synchronised, how far, and what failed.
 *
 * @param parts one for each kind of thing of each repository, by repository
 * @param jobs work whose last attempt failed as a whole
 */
public record SyncOverview(Scope scope, List<SyncState> parts, List<FailedJob> jobs) {

    public SyncOverview {
        parts = List.copyOf(parts);
        jobs = List.copyOf(jobs);
    }

    /**
     * Work that failed and will be tried again.
     *
     * @param repo empty for work on the whole organization
     * @param retryAt empty while it is being tried
     */
    public record FailedJob(
            Optional<String> repo, String message, SyncState.Remedy remedy, Optional<Instant> retryAt) {}
}

package dev.pulsehub.core.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Open things that nobody touched for a while, the longest untouched first.
 *
 * @param total how many there are in all
 */
public record StaleWork(Scope scope, Instant now, List<Item> items, long total) {

    public StaleWork {
        items = List.copyOf(items);
    }

    /** What has to happen next, and by whom. */
    public enum WaitsFor {
        /** A draft: its author goes on. */
        AUTHOR_TO_FINISH,
        /** Nobody has answered yet. */
        FIRST_REVIEW,
        /** Reviewers answered, none approved. */
        AUTHOR_OR_REVIEWERS,
        /** Approved: somebody merges. */
        MERGE,
        /** An issue without an answer. */
        FIRST_RESPONSE,
        /** An issue that was answered. */
        ANYBODY
    }

    /** @param untouchedSince GitHub's last change of it */
    public record Item(
            boolean pull,
            String repo,
            int number,
            String title,
            Optional<String> author,
            WaitsFor waitsFor,
            Instant untouchedSince,
            Instant createdAt,
            String url) {}
}

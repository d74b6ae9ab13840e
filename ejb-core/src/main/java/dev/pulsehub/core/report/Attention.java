package dev.pulsehub.core.report;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * Something that waits for a person.
 *
 * @param number pull request; empty for a branch or a synchronisation
 * @param subject title of the pull request, name of the workflow, or what could not be synchronised and why
 * @param since when it began to wait
 * @param url where GitHub shows it; empty text for a synchronisation
 */
public record Attention(Kind kind, String repo, OptionalInt number, String subject, Instant since, String url) {

    /** Why it waits. */
    public enum Kind {
        SYNC_FAILED,
        BRANCH_FAILING,
        REVIEW_AWAITED,
        PULL_OLD
    }
}

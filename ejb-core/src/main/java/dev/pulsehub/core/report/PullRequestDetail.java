package dev.pulsehub.core.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One pull request with what happened to it, oldest first.
 *
 * @param organizationScope zone and freshness of the repository
 */
public record PullRequestDetail(PullRequestRow pull, Branches branches, List<Event> events, Scope organizationScope) {

    public PullRequestDetail {
        events = List.copyOf(events);
    }

    /** Where the change comes from and goes to. */
    public record Branches(String head, String base) {}

    /**
     * Something that happened.
     *
     * @param kind opened, committed, reviewed and the like; the key of a text
     * @param actor who did it; empty when unknown
     * @param detail state of a review, headline of a commit; empty text otherwise
     */
    public record Event(String kind, Instant at, Optional<String> actor, String detail) {}
}

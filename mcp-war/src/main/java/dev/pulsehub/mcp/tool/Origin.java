package dev.pulsehub.mcp.tool;

import dev.pulsehub.core.report.Freshness;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where an answer comes from and how fresh it is.
 *
 * @param source {@code pulse-hub} or {@code github}
 * @param asOf ISO 8601, UTC
 * @param complete false while something is still being loaded or fails to be
 */
record Origin(String source, String asOf, boolean complete) {

    static Origin stored(Freshness freshness, Instant now) {
        Instant at = freshness.syncedAt().orElse(now);
        return new Origin("pulse-hub", at.truncatedTo(ChronoUnit.SECONDS).toString(), freshness.complete());
    }

    static Origin gitHub(Instant now) {
        return new Origin("github", now.truncatedTo(ChronoUnit.SECONDS).toString(), true);
    }

    String words() {
        return (source.equals("github") ? "asked of GitHub at " : "synchronised ")
                + asOf
                + (complete ? "" : " (not complete: part of it is still loading or failing)");
    }
}

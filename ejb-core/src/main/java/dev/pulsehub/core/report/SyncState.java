package dev.pulsehub.core.report;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far one kind of thing of one repository is synchronised.
 *
 * @param kind issues, pulls, runs or milestones
 * @param done rows stored
 * @param total rows GitHub said there are; empty when it did not say
 * @param watermark everything changed on GitHub before this moment is stored; empty before the first pass ended
 * @param failure what went wrong last, when the last attempt failed
 */
public record SyncState(
        String repo,
        String kind,
        long done,
        OptionalLong total,
        long requests,
        Optional<Instant> watermark,
        Optional<Instant> succeededAt,
        Phase phase,
        Optional<Failure> failure) {

    /** Where it stands. */
    public enum Phase {
        WAITING,
        LOADING,
        CURRENT,
        FAILING
    }

    /**
     * What went wrong.
     *
     * @param remedy what a person can do about it
     */
    public record Failure(Instant at, String message, Remedy remedy) {}

    /** What a person can do about a failure. */
    public enum Remedy {
        GRANT_TOKEN,
        RENEW_TOKEN,
        RESTORE_REPO,
        WAIT_FOR_LIMIT,
        WAIT_FOR_GITHUB,
        READ_LOG;

        /** Judged by the words GitHub and the client use. */
        static Remedy of(String message) {
            String text = message.toLowerCase(Locale.ROOT);
            if (text.contains("rate limit") || text.contains("429")) {
                return WAIT_FOR_LIMIT;
            }
            if (text.contains("401")) {
                return RENEW_TOKEN;
            }
            if (text.contains("403") || text.contains("scope")) {
                return GRANT_TOKEN;
            }
            if (text.contains("404")) {
                return RESTORE_REPO;
            }
            boolean unreachable = text.contains("timeout") || text.contains("timed out") || text.contains("connect");
            return unreachable || text.matches("(?s).*\\b50[0-9]\\b.*") ? WAIT_FOR_GITHUB : READ_LOG;
        }
    }

    /** Share loaded, 0..1; empty when GitHub did not say how much there is. */
    public Optional<Double> progress() {
        return total.isPresent() && total.getAsLong() > 0
                ? Optional.of(Math.min(1, done / (double) total.getAsLong()))
                : Optional.empty();
    }
}

package dev.pulsehub.core.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Cycle to merge of the pull requests merged in one piece of time, in seconds.
 *
 * @param first first day of the piece
 * @param last last day of the piece, inside the window
 * @param now the piece itself
 * @param before the piece at the same place of the time before
 */
public record TrendPoint(LocalDate first, LocalDate last, Spread now, Spread before) {

    /** Middle and ninth tenth of {@code n} durations; both empty when there are none. */
    public record Spread(Optional<Double> p50, Optional<Double> p90, long n) {

        /** Nothing happened. */
        public static final Spread NONE = new Spread(Optional.empty(), Optional.empty(), 0);
    }
}

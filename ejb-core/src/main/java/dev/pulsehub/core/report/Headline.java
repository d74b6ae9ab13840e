package dev.pulsehub.core.report;

import dev.pulsehub.core.metrics.MetricKey;
import java.util.List;
import java.util.Optional;

/**
 * One number of the Overview: what it is now, what it was before, and how many things it stands on.
 *
 * @param value seconds, a count or a share, by {@link Key#unit}; empty when {@code n} is zero
 * @param previous the same over the time before; empty when there was nothing or nothing is compared
 * @param n how many things the value stands on; the list behind the number has exactly as many rows
 * @param spark the value over 12 to 24 equal pieces of the window; a piece without data is empty
 */
public record Headline(
        Key key, Optional<Double> value, Optional<Double> previous, long n, List<Optional<Double>> spark) {

    public Headline {
        spark = List.copyOf(spark);
    }

    /** What a value is measured in. */
    public enum Unit {
        SECONDS,
        COUNT,
        SHARE
    }

    /** The numbers of the Overview, in the order they are shown. */
    public enum Key {
        CYCLE_TO_MERGE,
        PULLS_MERGED,
        PICKUP_TIME,
        OPEN_PULL_AGE,
        RUN_SUCCESS_RATE,
        ISSUE_LEAD_TIME;

        /** What the number means. */
        public MetricKey metric() {
            return MetricKey.valueOf(name());
        }

        public Unit unit() {
            return Unit.valueOf(metric().unit().name());
        }

        public boolean lessIsBetter() {
            return metric().better() == MetricKey.Better.LESS;
        }
    }

    /** The relative change, {@code -0.12} for twelve percent less; empty without both values or when it was zero. */
    public Optional<Double> change() {
        return value.flatMap(now -> previous.filter(before -> before > 0).map(before -> now / before - 1));
    }
}

package dev.pulsehub.core.report;

import dev.pulsehub.core.metrics.MetricKey;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reader asks about one metric.
 *
 * @param grouping what the series is cut by; empty means pieces of time that fit the range
 * @param compared whether the time before is computed too
 * @param statistic which number is the value; empty means the metric's own
 */
public record MetricQuestion(
        MetricKey key,
        Selection selection,
        Optional<Grouping> grouping,
        boolean compared,
        Optional<Statistic> statistic) {

    /** A question about the metric as it is usually shown. */
    public static MetricQuestion of(MetricKey key, Selection selection) {
        return new MetricQuestion(key, selection, Optional.empty(), true, Optional.empty());
    }

    /** What a series is cut by. */
    public enum Grouping {
        DAY,
        WEEK,
        MONTH,
        REPO,
        AUTHOR;

        /** Name in addresses. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean byTime() {
            return this != REPO && this != AUTHOR;
        }
    }

    /** How durations and sizes become one number. */
    public enum Statistic {
        P50,
        P75,
        P90,
        MEAN;

        /** Name in addresses. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

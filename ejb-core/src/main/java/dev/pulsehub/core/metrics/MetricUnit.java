package dev.pulsehub.core.metrics;

import java.util.Locale;

/** What a metric is measured in. */
public enum MetricUnit {
    /** Durations; shown in hours or days. */
    SECONDS,
    /** How many. */
    COUNT,
    /** Between 0 and 1. */
    SHARE,
    /** How many in one day. */
    PER_DAY,
    /** How many in one week by one person. */
    PER_PERSON_WEEK,
    /** Added and deleted lines. */
    LINES;

    /** The unit's name in answers and documents. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.pulsehub.core.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The pieces a chart cuts its time into: days, ISO weeks or calendar months of the organization's zone. */
public enum Bucket {
    DAY,
    WEEK,
    MONTH;

    private static final int MOST_DAYS = 31;
    private static final int MOST_DAYS_IN_WEEKS = 182;

    /** The piece that keeps a chart of so many days readable. */
    public static Bucket fitting(long days) {
        if (days <= MOST_DAYS) {
            return DAY;
        }
        return days <= MOST_DAYS_IN_WEEKS ? WEEK : MONTH;
    }

    /** First day of the piece the day lies in. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** First day of the next piece. */
    public LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }

    /** The name {@code date_trunc} knows the piece by. */
    String unit() {
        return name().toLowerCase(Locale.ROOT);
    }
}

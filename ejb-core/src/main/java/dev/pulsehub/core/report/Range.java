package dev.pulsehub.core.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The time a reader asks about, before it is known in which zone the organization cuts its days. */
public sealed interface Range {

    /** The last {@code days} days, today included. */
    record Last(int days) implements Range {
        public Last {
            if (days < 1) {
                throw new IllegalArgumentException("days must be positive: " + days);
            }
        }
    }

    /** Whole days, both included; an empty end is open. */
    record Days(Optional<LocalDate> first, Optional<LocalDate> last) implements Range {}

    /** From one moment up to, not including, another; an empty end is open. */
    record Moments(Optional<Instant> from, Optional<Instant> to) implements Range {}

    /** All there is. */
    record Everything() implements Range {}

    /** The range as moments; an open end stays empty. */
    default Moments in(ZoneId zone, Instant now) {
        return switch (this) {
            case Last last -> {
                LocalDate end = today(zone, now).plusDays(1);
                yield new Moments(Optional.of(start(end.minusDays(last.days()), zone)), Optional.of(start(end, zone)));
            }
            case Days days ->
                new Moments(
                        days.first().map(day -> start(day, zone)),
                        days.last().map(day -> start(day.plusDays(1), zone)));
            case Moments moments -> moments;
            case Everything everything -> new Moments(Optional.empty(), Optional.empty());
        };
    }

    private static LocalDate today(ZoneId zone, Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}

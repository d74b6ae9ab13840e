package dev.pulsehub.simulator.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** Spans of time as GitHub's filters write them. */
public final class Range {

    private Range() {}

    /** {@code A..B}, {@code A..*}, {@code >=A}, {@code <=A} or one day; days and instants. */
    public static boolean holds(Instant moment, String range) {
        if (range.startsWith(">=")) {
            return !moment.isBefore(start(range.substring(2)));
        }
        if (range.startsWith(">")) {
            return moment.isAfter(end(range.substring(1)));
        }
        if (range.startsWith("<=")) {
            return !moment.isAfter(end(range.substring(2)));
        }
        if (range.startsWith("<")) {
            return moment.isBefore(start(range.substring(1)));
        }
        String[] bounds = range.contains("..") ? range.split("\\.\\.", 2) : new String[] {range, range};
        return (bounds[0].equals("*") || !moment.isBefore(start(bounds[0])))
                && (bounds[1].equals("*") || !moment.isAfter(end(bounds[1])));
    }

    private static Instant start(String text) {
        return text.length() == 10 ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC) : moment(text);
    }

    private static Instant end(String text) {
        return text.length() == 10
                ? LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .minusSeconds(1)
                : moment(text);
    }

    /** A moment with {@code Z} or an offset whose plus sign an address turned into a blank. */
    public static Instant moment(String text) {
        return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT).replace(' ', '+'))
                .toInstant();
    }
}

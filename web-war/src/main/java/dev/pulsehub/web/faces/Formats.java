package dev.pulsehub.web.faces;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How numbers, durations and moments are written for people of one zone. A missing value is a dash.
 *
 * @param now the moment a page speaks of as now
 */
public record Formats(ZoneId zone, Instant now) {

    /** What stands where there is no value. */
    public static final String NONE = "–";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    /** From so many of a unit on, the smaller unit beside it is noise. */
    private static final long MANY = 10;

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY_SECONDS = 24 * HOUR;

    /**
     * Two units at most, none that is zero: {@code 1 d 4 h}, {@code 14 h}, {@code 3 h 5 min}, {@code 12 min}, {@code 40
     * s}.
     */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole >= DAY_SECONDS) {
            long hours = Math.round(whole / (double) HOUR);
            boolean many = whole >= MANY * DAY_SECONDS;
            return many ? Math.round(hours / 24.0) + " d" : two(hours / 24, "d", hours % 24, "h");
        }
        if (whole >= HOUR - MINUTE / 2) {
            long minutes = Math.round(whole / (double) MINUTE);
            if (whole >= MANY * HOUR) {
                long hours = Math.round(whole / (double) HOUR);
                return hours >= 24 ? "1 d" : hours + " h";
            }
            return two(minutes / 60, "h", minutes % 60, "min");
        }
        return whole >= MINUTE ? two(Math.round(whole / (double) MINUTE), "min", 0, "") : whole + " s";
    }

    public static String duration(Optional<Double> seconds) {
        return seconds.map(Formats::duration).orElse(NONE);
    }

    public static String duration(OptionalLong seconds) {
        return seconds.isPresent() ? duration((double) seconds.getAsLong()) : NONE;
    }

    /** {@code 1,234}. */
    public static String number(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** {@code 93.4 %}, without decimals when it is whole. */
    public static String share(double value) {
        String text = String.format(Locale.ENGLISH, "%.1f", value * 100);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
    }

    public static String share(Optional<Double> value) {
        return value.map(Formats::share).orElse(NONE);
    }

    /** {@code 24 Nov 2026, 13:05} in the organization's zone. */
    public String moment(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    public String moment(Optional<Instant> moment) {
        return moment.map(this::moment).orElse(NONE);
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    public static String month(LocalDate day) {
        return MONTH.format(day);
    }

    /** How long ago, in one or two units; a moment that lies ahead counts as just now. */
    public String since(Instant moment) {
        return duration((double) Math.max(0, Duration.between(moment, now).toSeconds()));
    }

    /** {@code 4 min ago}; below a minute {@code just now}. */
    public String ago(Instant moment) {
        long seconds = Duration.between(moment, now).toSeconds();
        if (seconds < MINUTE) {
            return "just now";
        }
        return (seconds < HOUR ? duration((double) seconds) : coarse(seconds)) + " ago";
    }

    private static String coarse(long seconds) {
        return seconds < DAY_SECONDS ? seconds / HOUR + " h" : seconds / DAY_SECONDS + " d";
    }

    private static String two(long first, String firstUnit, long second, String secondUnit) {
        return first + " " + firstUnit + (second == 0 ? "" : " " + second + " " + secondUnit);
    }
}

package dev.pulsehub.core.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole days in the organization's zone, and the same number of days before them to compare with.
 *
 * @param first first day
 * @param end the day after the last one
 * @param compared false when there is nothing before to compare with
 */
public record Window(LocalDate first, LocalDate end, ZoneId zone, Bucket bucket, boolean compared) {

    private static final int FEWEST_SLICES = 12;
    private static final int MOST_SLICES = 24;

    /** The window a range means; {@code first} and {@code last} bound everything there is. */
    static Window of(Range range, ZoneId zone, Instant now, History history) {
        Range.Moments moments = range.in(zone, now);
        boolean open = moments.from().isEmpty();
        LocalDate first = day(moments.from().orElse(history.first()), zone);
        Instant last = open ? history.last() : now;
        LocalDate end = moments.to()
                .map(to -> day(to.minusMillis(1), zone))
                .orElse(day(last, zone))
                .plusDays(1);
        LocalDate safeEnd = end.isAfter(first) ? end : first.plusDays(1);
        return new Window(first, safeEnd, zone, Bucket.fitting(ChronoUnit.DAYS.between(first, safeEnd)), !open);
    }

    /** The first and the last moment anything happened. */
    record History(Instant first, Instant last) {}

    public Instant from() {
        return start(first);
    }

    public Instant to() {
        return start(end);
    }

    public long days() {
        return ChronoUnit.DAYS.between(first, end);
    }

    /** Where the time before begins; {@link #from} when nothing is compared. */
    public Instant previousFrom() {
        return compared ? start(first.minusDays(days())) : from();
    }

    /** First days of the pieces, the first one cut off by the window's own first day. */
    public List<LocalDate> buckets() {
        return buckets(first, end);
    }

    List<LocalDate> previousBuckets() {
        return compared ? buckets(first.minusDays(days()), first) : List.of();
    }

    private List<LocalDate> buckets(LocalDate from, LocalDate to) {
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate start = bucket.startOf(from); start.isBefore(to); start = bucket.next(start)) {
            starts.add(start);
        }
        return List.copyOf(starts);
    }

    /** Number of points of a sparkline: 12 to 24. */
    int slices() {
        long days = days();
        for (int slices = MOST_SLICES; slices > FEWEST_SLICES; slices--) {
            if (days % slices == 0) {
                return slices;
            }
        }
        return FEWEST_SLICES;
    }

    /** Length of one point of a sparkline in seconds. */
    double sliceSeconds() {
        return Duration.between(from(), to()).toSeconds() / (double) slices();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone);
    }
}

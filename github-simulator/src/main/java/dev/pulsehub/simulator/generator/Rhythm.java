package dev.pulsehub.simulator.generator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * When people work: by day rather than by night, on weekdays, less in August and around the new year, more each year.
 */
final class Rhythm {

    private static final double WEEKEND = 0.14;
    private static final double GROWTH_A_YEAR = 1.25;
    private static final Duration LAST_HOUR = Duration.ofHours(1);

    private final Instant begin;
    private final Instant end;
    private final LocalDate firstDay;
    private final double[] busyUntil;

    /** @param end last moment of the story; what begins, begins an hour earlier or more */
    Rhythm(Instant begin, Instant end) {
        this.begin = begin;
        this.end = end;
        firstDay = LocalDate.ofInstant(begin, ZoneOffset.UTC);
        int days = (int) (LocalDate.ofInstant(end, ZoneOffset.UTC).toEpochDay() - firstDay.toEpochDay()) + 1;
        busyUntil = new double[days];
        double sum = 0;
        for (int day = 0; day < days; day++) {
            sum += Math.pow(GROWTH_A_YEAR, day / 365.0) * busy(firstDay.plusDays(day));
            busyUntil[day] = sum;
        }
    }

    Instant begin() {
        return begin;
    }

    Instant end() {
        return end;
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static double busy(LocalDate day) {
        double season =
                day.getMonthValue() == 12 && day.getDayOfMonth() > 22 ? 0.3 : day.getMonthValue() == 8 ? 0.75 : 1;
        return season * (weekend(day) ? WEEKEND : day.getDayOfWeek() == DayOfWeek.FRIDAY ? 0.85 : 1);
    }

    /** So many moments of the story in their order, in seconds since 1970. */
    long[] moments(int count, SplittableRandom random) {
        long[] moments = new long[count];
        for (int i = 0; i < count; i++) {
            moments[i] = moment(random).getEpochSecond();
        }
        Arrays.sort(moments);
        return moments;
    }

    private Instant moment(SplittableRandom random) {
        int found = Arrays.binarySearch(busyUntil, random.nextDouble(busyUntil[busyUntil.length - 1]));
        LocalDate day = firstDay.plusDays(found < 0 ? -found - 1 : found);
        double hour = Math.clamp(13 + random.nextGaussian() * 3.1, 0.1, 23.9);
        Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds((long) (hour * 3600));
        Instant latest = end.minus(LAST_HOUR);
        if (at.isAfter(latest)) {
            at = latest.minusSeconds(random.nextLong(7_200));
        }
        return at.isBefore(begin) ? begin.plusSeconds(random.nextLong(3_600)) : at;
    }

    /** The same moment, or the next working morning when people sleep then or are away, which most of them do. */
    static Instant awake(Instant at, SplittableRandom random) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        int hour = LocalTime.ofInstant(at, ZoneOffset.UTC).getHour();
        if (hour >= 7 && hour < 20 && !weekend(day) || random.nextInt(100) < 12) {
            return at;
        }
        LocalDate morning = hour >= 20 ? day.plusDays(1) : day;
        while (weekend(morning)) {
            morning = morning.plusDays(1);
        }
        return morning.atTime(8, 0).toInstant(ZoneOffset.UTC).plusSeconds(random.nextLong(4 * 3_600L));
    }

    /** A wait whose logarithm is normal, as people's waits are; at least 20 seconds. */
    static Duration wait(SplittableRandom random, double medianHours, double spread) {
        return Duration.ofSeconds((long) (medianHours * 3600 * Math.exp(random.nextGaussian() * spread)) + 20);
    }
}

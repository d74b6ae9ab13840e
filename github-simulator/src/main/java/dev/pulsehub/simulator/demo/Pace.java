package dev.pulsehub.simulator.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** When people work, how much on a day, and how long things take them. */
final class Pace {

    private Pace() {}

    static double rhythm(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return (weekend ? 0.18 : 1.25) * holidays(day);
    }

    /** People are away in late December and less busy in August. */
    static double holidays(LocalDate day) {
        if (day.getMonthValue() == 12 && day.getDayOfMonth() > 22) {
            return 0.25;
        }
        return day.getMonthValue() == 8 ? 0.75 : 1;
    }

    static int count(SplittableRandom random, double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /** Most of it between eight and six, some in the evening. */
    static Instant moment(LocalDate day, SplittableRandom random) {
        double hour = Math.clamp(13 + random.nextGaussian() * 3.2, 0.2, 23.8);
        return day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds((long) (hour * 3600));
    }

    /** A wait whose logarithm is normal, as people's waits are. */
    static Duration wait(SplittableRandom random, double medianHours, double spread) {
        return Duration.ofSeconds((long) (medianHours * 3600 * Math.exp(random.nextGaussian() * spread)) + 20);
    }
}

package dev.pulsehub.simulator.generator;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** When each of many things begins and ends, in seconds since 1970; those that would end last have not ended yet. */
record Lifespans(long[] begins, long[] ends) {

    private static final long NEVER = Long.MAX_VALUE;

    /**
     * Lives of exactly as many things as asked for.
     *
     * @param unended how many go on
     * @param wait how long the thing of that place, in the order of their beginnings, would last
     */
    static Lifespans of(int count, int unended, Rhythm rhythm, IntFunction<Duration> wait, SplittableRandom random) {
        long[] begins = rhythm.moments(count, random);
        long[] ends = new long[count];
        for (int i = 0; i < count; i++) {
            Instant end = Instant.ofEpochSecond(begins[i]).plus(wait.apply(i));
            ends[i] = Rhythm.awake(end, random).getEpochSecond();
        }
        keep(ends, unended);
        long last = rhythm.end().getEpochSecond();
        for (int i = 0; i < count; i++) {
            if (ends[i] != NEVER && ends[i] >= last) {
                ends[i] = begins[i] + (long) ((last - begins[i]) * random.nextDouble(0.3, 0.95));
            }
        }
        return new Lifespans(begins, ends);
    }

    private static void keep(long[] ends, int unended) {
        if (unended == 0) {
            return;
        }
        long[] sorted = ends.clone();
        Arrays.sort(sorted);
        long bound = sorted[sorted.length - unended];
        int left = unended;
        for (int i = ends.length - 1; i >= 0; i--) {
            if (ends[i] > bound) {
                ends[i] = NEVER;
                left--;
            }
        }
        for (int i = ends.length - 1; i >= 0 && left > 0; i--) {
            if (ends[i] == bound) {
                ends[i] = NEVER;
                left--;
            }
        }
    }

    int count() {
        return begins.length;
    }

    boolean ended(int place) {
        return ends[place] != NEVER;
    }

    Instant begin(int place) {
        return Instant.ofEpochSecond(begins[place]);
    }

    /** When it ends, or the story's last moment when it does not. */
    Instant end(int place, Rhythm rhythm) {
        return ended(place) ? Instant.ofEpochSecond(ends[place]) : rhythm.end();
    }
}

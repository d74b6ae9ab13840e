package dev.pulsehub.simulator.generator;

import dev.pulsehub.simulator.script.Script;
import dev.pulsehub.simulator.world.Records;
import dev.pulsehub.simulator.world.Verbs;
import dev.pulsehub.simulator.world.World;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** What every part of a generated story needs. */
record Stage(World world, Records records, Script script, Crew crew, Rhythm rhythm, long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** One generator for each thing, so that the lives of others do not shift its own. */
    SplittableRandom random(String kind, int place) {
        return new SplittableRandom(seed * 1_000_003 + kind.hashCode() * GOLDEN + place * 100_019L);
    }

    void at(Instant moment, Consumer<Verbs> act) {
        script.at(moment, act);
    }

    /** So many moments between two others, in their order. */
    static Instant[] between(Instant from, Instant to, int count, SplittableRandom random) {
        long[] seconds = new long[count];
        long span = Math.max(2, to.getEpochSecond() - from.getEpochSecond());
        for (int i = 0; i < count; i++) {
            seconds[i] = from.getEpochSecond() + random.nextLong(1, span);
        }
        Arrays.sort(seconds);
        Instant[] moments = new Instant[count];
        for (int i = 0; i < count; i++) {
            moments[i] = Instant.ofEpochSecond(seconds[i]);
        }
        return moments;
    }

    static String sha(SplittableRandom random) {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

package dev.pulsehub.simulator.generator;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What kind of pull request it is, before anybody knows when it will be merged.
 *
 * @param size lines added
 * @param reviewed how much it is reviewed compared with others; 0 for never
 * @param patience how long it stays open
 */
record PullPlan(Kind kind, int size, boolean draft, double reviewed, double built, Duration patience) {

    /** Whose work it is, and how urgent. */
    enum Kind {
        PERSON,
        UPDATE,
        AGENT,
        REVERT,
        HOTFIX
    }

    static PullPlan of(Stage stage, int number) {
        SplittableRandom random = stage.random("pull", number);
        Kind kind = kind(random.nextInt(1000));
        int size = size(kind, random);
        boolean draft = kind == Kind.AGENT || kind == Kind.PERSON && random.nextInt(100) < 18;
        double built = kind == Kind.UPDATE ? 0.2 : Math.exp(random.nextGaussian() * 0.7) * (1 + Math.log(size) / 5);
        return new PullPlan(kind, size, draft, reviewed(kind, size, random), built, patience(kind, size, random));
    }

    private static Kind kind(int one) {
        if (one < 140) {
            return Kind.UPDATE;
        }
        if (one < 220) {
            return Kind.AGENT;
        }
        if (one < 235) {
            return Kind.REVERT;
        }
        return one < 260 ? Kind.HOTFIX : Kind.PERSON;
    }

    private static int size(Kind kind, SplittableRandom random) {
        double middle = switch (kind) {
            case UPDATE -> 1.6;
            case HOTFIX -> 2.2;
            case AGENT -> 4.4;
            case PERSON, REVERT -> 3.7;
        };
        return (int) Math.ceil(Math.exp(middle + random.nextGaussian() * 1.3));
    }

    private static double reviewed(Kind kind, int size, SplittableRandom random) {
        int never = kind == Kind.UPDATE ? 55 : kind == Kind.HOTFIX || kind == Kind.REVERT ? 30 : 12;
        double much = Math.exp(random.nextGaussian() * 0.6) * (1 + Math.log(1 + size) / 3);
        return random.nextInt(100) < never ? 0 : much * (kind == Kind.UPDATE ? 0.3 : 1);
    }

    private static Duration patience(Kind kind, int size, SplittableRandom random) {
        return switch (kind) {
            case HOTFIX, REVERT -> Rhythm.wait(random, 1.2, 0.8);
            case UPDATE -> Rhythm.wait(random, 22, 1.2);
            case AGENT -> Rhythm.wait(random, 14, 1.4);
            case PERSON -> Rhythm.wait(random, 9 * (1 + size / 250.0), 1.3);
        };
    }
}

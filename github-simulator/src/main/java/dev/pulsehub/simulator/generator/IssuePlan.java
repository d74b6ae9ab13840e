package dev.pulsehub.simulator.generator;

import java.time.Duration;
import java.util.SplittableRandom;

/** What kind of issue it is, before anybody knows when it will be closed. */
record IssuePlan(boolean incident, double talk, Duration patience) {

    static IssuePlan of(Stage stage, int number) {
        SplittableRandom random = stage.random("issue", number);
        boolean incident = random.nextInt(1000) < 12;
        return new IssuePlan(
                incident,
                Math.exp(random.nextGaussian() * 0.9) * (incident ? 3 : 1),
                incident ? Rhythm.wait(random, 4, 1) : Rhythm.wait(random, 70, 1.9));
    }
}

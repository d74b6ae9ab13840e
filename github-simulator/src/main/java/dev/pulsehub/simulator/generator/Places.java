package dev.pulsehub.simulator.generator;

import java.util.SplittableRandom;

/** Which repository something is in; a few have most of it. */
final class Places {

    private final Stage stage;
    private final String kind;
    private final double[] until;

    Places(Stage stage, String kind, int repos) {
        this.stage = stage;
        this.kind = kind;
        until = Generator.weights(repos);
        for (int i = 1; i < repos; i++) {
            until[i] += until[i - 1];
        }
    }

    int of(int number) {
        SplittableRandom random = stage.random(kind, number);
        double point = random.nextDouble(until[until.length - 1]);
        int place = 0;
        while (until[place] < point) {
            place++;
        }
        return place;
    }
}

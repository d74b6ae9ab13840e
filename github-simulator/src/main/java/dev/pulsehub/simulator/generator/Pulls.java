package dev.pulsehub.simulator.generator;

import dev.pulsehub.simulator.world.Pull;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** All pull requests of a world in the order they are opened. */
final class Pulls {

    private final Stage stage;
    private final WorldSize size;
    private final Organizing organizing;
    private final Lifespans spans;
    private final BitSet merged;
    private final int[] commits;
    private final int[] reviews;
    private final int[] notes;
    private final int[] comments;
    private final int[] runs;
    private final Places where;

    Pulls(Stage stage, WorldSize size, Organizing organizing) {
        this.stage = stage;
        this.size = size;
        this.organizing = organizing;
        where = new Places(stage, "pull place", size.repos());
        spans = Lifespans.of(
                size.pulls(),
                size.openPulls(),
                stage.rhythm(),
                number -> PullPlan.of(stage, number).patience(),
                stage.random("pulls", 0));
        merged = merged(stage.random("merged", 0));
        double[] built = weights(PullPlan::built);
        double[] reviewed = weights(PullPlan::reviewed);
        commits = Allotment.atLeastOne(size.pullCommits(), built);
        reviews = Allotment.of(size.reviews(), reviewed);
        notes = Allotment.of(
                size.reviewComments(), Arrays.stream(reviews).asDoubleStream().toArray());
        comments = Allotment.of(size.comments() - size.issueComments(), built);
        runs = Allotment.of(size.runs() - size.nightlyRuns(), built);
    }

    private double[] weights(ToDoubleFunction<PullPlan> weight) {
        double[] weights = new double[size.pulls()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight.applyAsDouble(PullPlan.of(stage, i));
        }
        return weights;
    }

    /** Of those that end, exactly as many as asked for are merged. */
    private BitSet merged(SplittableRandom random) {
        BitSet chosen = new BitSet(size.pulls());
        int closed = size.closedPulls();
        int left = size.mergedPulls() + closed;
        for (int i = 0; i < size.pulls(); i++) {
            if (spans.ended(i)) {
                boolean close = random.nextInt(left--) < closed;
                closed -= close ? 1 : 0;
                chosen.set(i, !close);
            }
        }
        return chosen;
    }

    int count() {
        return spans.count();
    }

    Instant begin(int number) {
        return spans.begin(number);
    }

    void begin(int number, List<Place> places) {
        Place place = places.get(where.of(number));
        PullLife.Span span = new PullLife.Span(
                number,
                spans.begin(number),
                spans.end(number, stage.rhythm()),
                spans.ended(number),
                merged.get(number));
        PullLife.Counts counts =
                new PullLife.Counts(commits[number], reviews[number], notes[number], comments[number], runs[number]);
        Pull pull = new PullLife(stage, place, PullPlan.of(stage, number), span, counts).play();
        organizing.plan(pull, span.begin(), span.end(), span.ends(), stage.random("pull row", number));
    }
}

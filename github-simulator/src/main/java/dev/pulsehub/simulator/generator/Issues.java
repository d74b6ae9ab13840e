package dev.pulsehub.simulator.generator;

import dev.pulsehub.simulator.world.Issue;
import java.time.Instant;
import java.util.List;

/** All issues of a world in the order they are opened. */
final class Issues {

    private final Stage stage;
    private final Organizing organizing;
    private final Lifespans spans;
    private final int[] comments;
    private final Places where;

    Issues(Stage stage, WorldSize size, Organizing organizing) {
        this.stage = stage;
        this.organizing = organizing;
        where = new Places(stage, "issue place", size.repos());
        spans = Lifespans.of(
                size.issues(),
                size.openIssues(),
                stage.rhythm(),
                number -> IssuePlan.of(stage, number).patience(),
                stage.random("issues", 0));
        double[] talk = new double[size.issues()];
        for (int i = 0; i < talk.length; i++) {
            talk[i] = IssuePlan.of(stage, i).talk();
        }
        comments = Allotment.of(size.issueComments(), talk);
    }

    int count() {
        return spans.count();
    }

    Instant begin(int number) {
        return spans.begin(number);
    }

    void begin(int number, List<Place> places) {
        Place place = places.get(where.of(number));
        Instant begin = spans.begin(number);
        Instant end = spans.end(number, stage.rhythm());
        boolean ends = spans.ended(number);
        Issue issue = new IssueLife(
                        stage, place, number, IssuePlan.of(stage, number), begin, end, ends, comments[number])
                .play();
        organizing.plan(issue, begin, end, ends, stage.random("issue row", number));
    }
}

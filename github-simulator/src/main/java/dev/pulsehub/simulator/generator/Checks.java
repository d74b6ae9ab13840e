package dev.pulsehub.simulator.generator;

import dev.pulsehub.simulator.world.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Workflow runs on the heads of one pull request and on what became of it. */
final class Checks {

    private static final List<Kind> KINDS = List.of(
            new Kind("CI", List.of("build", "test (21)", "test (25)", "lint"), 0.08, 0.03),
            new Kind("Integration", matrix(), 0.15, 0.06),
            new Kind("Security", List.of("codeql"), 0.02, 0),
            new Kind("Docs", List.of("build", "links"), 0.03, 0.01));

    private final Stage stage;
    private final Place place;
    private final Crew.Member actor;
    private final int count;
    private final List<Head> heads = new ArrayList<>();

    /**
     * A workflow.
     *
     * @param failing share of its runs that find something
     * @param flaky share of its runs that fail and pass when they are run again on the same commit
     */
    private record Kind(String name, List<String> jobs, double failing, double flaky) {

        /** Repositories differ in how many parts their tests have; never more than 20. */
        List<String> jobs(int repo) {
            return jobs.size() <= 4 ? jobs : jobs.subList(repo * 7 % (jobs.size() - 3), jobs.size());
        }
    }

    private record Head(Instant at, String sha, String branch) {}

    Checks(Stage stage, Place place, Crew.Member actor, int count) {
        this.stage = stage;
        this.place = place;
        this.actor = actor;
        this.count = count;
    }

    private static List<String> matrix() {
        List<String> jobs = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            jobs.add("integration (" + i + ")");
        }
        return jobs;
    }

    /** Something new that can be checked. */
    void head(Instant at, String sha, String branch) {
        heads.add(new Head(at, sha, branch));
    }

    /** Spreads the runs over the heads: each first workflow before any second one. */
    void write(String title, SplittableRandom random) {
        for (int i = 0; i < count; i++) {
            Head head = heads.get(i % heads.size());
            Kind kind = KINDS.get(i / heads.size() % KINDS.size());
            String event = head.branch().equals("main") ? "push" : "pull_request";
            Instant at = head.at().plusSeconds(3 + i / heads.size());
            Run.Trigger trigger = new Run.Trigger(event, head.branch(), head.sha(), actor.linked(), title);
            stage.at(at, verbs -> {
                Run run = verbs.runs()
                        .start(
                                place.repo(),
                                verbs.runs().workflow(place.repo(), kind.name()),
                                trigger,
                                kind.jobs(place.number()));
                ends(run, kind, at, random.split());
            });
        }
    }

    private void ends(Run run, Kind kind, Instant begun, SplittableRandom random) {
        double minutes = (kind.jobs().size() > 4 ? 14 : 5) + place.number() % 7;
        Instant end = begun.plus(Rhythm.wait(random, minutes / 60, 0.35));
        double luck = random.nextDouble();
        boolean flaky = luck < kind.flaky();
        boolean fails = flaky || luck < kind.flaky() + kind.failing();
        String conclusion = fails ? "failure" : random.nextInt(40) == 0 ? "cancelled" : "success";
        stage.at(end, verbs -> verbs.runs().complete(run, conclusion));
        if (flaky) {
            Instant again = end.plus(Rhythm.wait(random, 0.2, 0.6));
            Crew.Member by = stage.crew().member(random, place.number());
            stage.at(again, verbs -> verbs.runs().rerunFailed(run, by.account()));
            stage.at(
                    again.plus(Rhythm.wait(random, minutes / 60, 0.3)),
                    verbs -> verbs.runs().complete(run, "success"));
        }
    }

    /** A run that nobody's work started. */
    static void nightly(Stage stage, Place place, Instant at, SplittableRandom random) {
        Kind kind = new Kind("Nightly", KINDS.get(1).jobs(), 0.1, 0.05);
        stage.at(at, verbs -> {
            String sha = place.repo().commits().getLast().sha();
            Run.Trigger trigger = new Run.Trigger(
                    "schedule", "main", sha, Optional.of(stage.crew().machine().account()), kind.name());
            Run run = verbs.runs()
                    .start(
                            place.repo(),
                            verbs.runs().workflow(place.repo(), kind.name()),
                            trigger,
                            kind.jobs(place.number()));
            new Checks(stage, place, stage.crew().machine(), 0).ends(run, kind, at, random);
        });
    }
}

package dev.pulsehub.simulator.generator;

import dev.pulsehub.simulator.script.Words;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.NotPossible;
import dev.pulsehub.simulator.world.Verbs;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What leaves one repository: milestones reached, releases, and deployments that succeed, fail and are taken back. */
final class Shipping {

    private static final List<String> ENVIRONMENTS = List.of("production", "production", "production", "staging");

    private final Stage stage;
    private final Place place;
    private final SplittableRandom random;
    private int major = 1;
    private int minor;
    private int patch;
    private boolean regret;

    Shipping(Stage stage, Place place) {
        this.stage = stage;
        this.place = place;
        random = stage.random("shipping", place.number());
    }

    /** One after the other, each closed when the next begins. */
    void milestones(int count) {
        Instant begin = stage.rhythm().begin();
        Duration each = Duration.between(begin, stage.rhythm().end())
                .dividedBy(Math.max(1, count))
                .truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < count; i++) {
            Instant at = begin.plus(each.multipliedBy(i));
            Optional<Instant> due = Optional.of(at.plus(each));
            String title = "Milestone " + (i + 1);
            stage.at(at, verbs -> {
                place.milestone().ifPresent(open -> verbs.plans().close(place.repo(), open));
                verbs.plans().milestone(place.repo(), title, due, true);
            });
        }
    }

    void releases(int count) {
        for (long second : stage.rhythm().moments(count, random)) {
            boolean preview = random.nextInt(100) < 15;
            Crew.Member by = stage.crew().member(random, place.number());
            String notes = "- " + Words.change(random) + "\n- " + Words.change(random);
            String tag = next(random.nextInt(10)) + (preview ? "-rc.1" : "");
            stage.at(
                    Instant.ofEpochSecond(second),
                    verbs -> verbs.repos()
                            .release(place.repo(), by.account(), tag, tag.substring(1), notes, preview, false));
        }
    }

    private String next(int step) {
        if (step == 0) {
            major++;
            minor = 0;
            patch = 0;
        } else if (step < 5) {
            minor++;
            patch = 0;
        } else {
            patch++;
        }
        return "v" + major + "." + minor + "." + patch;
    }

    void deployments(int count) {
        for (long second : stage.rhythm().moments(count, random)) {
            Instant at = Instant.ofEpochSecond(second);
            String environment = Words.pick(random, ENVIRONMENTS);
            SplittableRandom luck = random.split();
            stage.at(at, verbs -> deploy(verbs, at, environment, luck));
        }
    }

    private void deploy(Verbs verbs, Instant at, String environment, SplittableRandom luck) {
        Account by = stage.crew().machine().account();
        boolean back = regret && environment.equals("production");
        Deployment deployment = back ? backOrOn(verbs, by, environment) : newest(verbs, by, environment);
        boolean fails = !back && luck.nextInt(100) < 9;
        if (environment.equals("production")) {
            regret = fails || !back && luck.nextInt(100) < 5;
        }
        String outcome = fails ? luck.nextInt(4) == 0 ? "error" : "failure" : "success";
        stage.at(at.plusSeconds(15), later -> later.deployments().become(deployment, by, "in_progress"));
        stage.at(
                at.plusSeconds(luck.nextLong(90, 900)),
                later -> later.deployments().become(deployment, by, outcome));
    }

    private Deployment newest(Verbs verbs, Account by, String environment) {
        String sha = place.repo().commits().getLast().sha();
        return verbs.deployments()
                .create(place.repo(), by, new Deployment.What("main", sha, environment, Optional.empty()));
    }

    private Deployment backOrOn(Verbs verbs, Account by, String environment) {
        try {
            return verbs.deployments().rollBack(place.repo(), by, environment);
        } catch (NotPossible nothingBefore) {
            return newest(verbs, by, environment);
        }
    }
}

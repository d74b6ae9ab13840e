package dev.pulsehub.simulator.demo;

import dev.pulsehub.simulator.script.Script;
import dev.pulsehub.simulator.script.Words;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.NotPossible;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Verbs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;

/** What leaves one repository: a release every third week, and deployments, some of which fail or are taken back. */
final class Delivery {

    private static final double DEPLOYMENTS_A_DAY = 0.16;
    private static final int DAYS_A_RELEASE = 21;

    private final Script script;
    private final Cast cast;
    private final Repo repo;
    private final int place;
    private boolean regret;

    Delivery(Script script, Cast cast, Repo repo, int place) {
        this.script = script;
        this.cast = cast;
        this.repo = repo;
        this.place = place;
    }

    void live(LocalDate day, SplittableRandom random, double rhythm) {
        for (int i = Pace.count(random, DEPLOYMENTS_A_DAY * rhythm); i > 0; i--) {
            Instant at = Pace.moment(day, random);
            String environment = random.nextInt(3) == 0 ? "staging" : "production";
            SplittableRandom luck = random.split();
            script.at(at, verbs -> deploy(verbs, at, environment, luck));
        }
        if (Math.floorMod(day.toEpochDay(), DAYS_A_RELEASE) == place) {
            release(day, random);
        }
    }

    private void release(LocalDate day, SplittableRandom random) {
        String tag = "v" + day.getYear() + "." + day.getMonthValue() + "." + day.getDayOfMonth();
        Account by = cast.someone(random, place);
        boolean preview = random.nextInt(6) == 0;
        String notes = "- " + Words.change(random) + "\n- " + Words.change(random);
        script.at(
                day.atTime(13, 10).toInstant(ZoneOffset.UTC),
                verbs -> verbs.repos().release(repo, by, tag, repo.name() + " " + tag, notes, preview, false));
    }

    private void deploy(Verbs verbs, Instant at, String environment, SplittableRandom luck) {
        if (repo.commits().isEmpty()) {
            return;
        }
        boolean production = environment.equals("production");
        boolean back = regret && production;
        Deployment deployment = back ? backOrOn(verbs, environment) : newest(verbs, environment);
        boolean fails = !back && luck.nextInt(100) < 9;
        if (production) {
            regret = fails || !back && luck.nextInt(100) < 6;
        }
        String outcome = fails ? luck.nextInt(4) == 0 ? "error" : "failure" : "success";
        Account by = cast.checker();
        script.at(at.plusSeconds(15), later -> later.deployments().become(deployment, by, "in_progress"));
        script.at(
                at.plusSeconds(luck.nextLong(90, 900)),
                later -> later.deployments().become(deployment, by, outcome));
    }

    private Deployment newest(Verbs verbs, String environment) {
        String sha = repo.commits().getLast().sha();
        return verbs.deployments()
                .create(repo, cast.checker(), new Deployment.What("main", sha, environment, Optional.empty()));
    }

    private Deployment backOrOn(Verbs verbs, String environment) {
        try {
            return verbs.deployments().rollBack(repo, cast.checker(), environment);
        } catch (NotPossible nothingBefore) {
            return newest(verbs, environment);
        }
    }
}

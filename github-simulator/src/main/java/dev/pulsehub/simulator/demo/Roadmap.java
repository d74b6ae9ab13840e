package dev.pulsehub.simulator.demo;

import dev.pulsehub.simulator.script.Later;
import dev.pulsehub.simulator.script.Script;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Project;
import dev.pulsehub.simulator.world.ProjectItem;
import dev.pulsehub.simulator.world.Records;
import dev.pulsehub.simulator.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** The organisation's project: sprints of two weeks, and some of the issues on their way through them. */
final class Roadmap {

    private static final int SPRINT = 14;

    private final Script script;
    private final Records records;
    private final Project project;
    private final Account owner;
    private final LocalDate firstDay;

    /** A project made the day before the story begins. */
    Roadmap(Script script, World world, Cast cast, LocalDate firstDay) {
        this.script = script;
        this.firstDay = firstDay;
        records = new Records(world);
        owner = cast.owner();
        Instant made = firstDay.minusDays(1).atTime(9, 0).toInstant(ZoneOffset.UTC);
        project = world.at(made).projects().create(cast.organization(), "Roadmap", SPRINT, owner);
    }

    Records records() {
        return records;
    }

    /** Plans the next sprint when one begins. */
    void live(LocalDate day) {
        long since = day.toEpochDay() - firstDay.toEpochDay();
        if (since % SPRINT == 0) {
            long number = since / SPRINT + 1;
            script.at(
                    day.atTime(8, 30).toInstant(ZoneOffset.UTC),
                    verbs -> verbs.projects().iteration(project, "Sprint " + number, day, owner));
        }
    }

    /** Takes some issues into the sprint that is on when they are begun; done when they are closed. */
    void plan(Later<Issue> issue, Instant openedAt, SplittableRandom random) {
        if (random.nextInt(100) >= 12) {
            return;
        }
        Later<ProjectItem> row = new Later<>();
        Instant planned = openedAt.plus(Pace.wait(random, 6, 0.8));
        Instant begun = planned.plus(Pace.wait(random, 30, 1.0));
        script.at(planned, verbs -> {
            row.set(verbs.projects().add(project, issue.get(), owner));
            verbs.projects().set(row.get(), "Status", "Todo", owner);
        });
        script.at(begun, verbs -> {
            long since = LocalDate.ofInstant(begun, ZoneOffset.UTC).toEpochDay() - firstDay.toEpochDay();
            verbs.projects().set(row.get(), "Status", "In Progress", owner);
            verbs.projects().set(row.get(), "Iteration", "Sprint " + (since / SPRINT + 1), owner);
        });
        Instant seen = begun.plus(Pace.wait(random, 90, 0.8));
        script.at(seen, verbs -> {
            if (!issue.get().isOpen()) {
                verbs.projects().set(row.get(), "Status", "Done", owner);
            }
        });
    }
}

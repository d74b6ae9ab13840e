package dev.pulsehub.simulator.demo;

import dev.pulsehub.simulator.script.Later;
import dev.pulsehub.simulator.script.Script;
import dev.pulsehub.simulator.script.Words;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.Repo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One repository's issues, incidents among them, and the milestones they are planned for. */
final class Backlog {

    private static final double ISSUES_A_DAY = 0.36;
    private static final List<String> LABELS =
            List.of("bug", "bug", "feature", "feature", "chore", "customer", "documentation");

    private final Script script;
    private final Cast cast;
    private final Repo repo;
    private final int place;
    private final Roadmap roadmap;
    private final Deque<Issue> worries = new ArrayDeque<>();

    Backlog(Script script, Cast cast, Repo repo, int place, Roadmap roadmap) {
        this.script = script;
        this.cast = cast;
        this.repo = repo;
        this.place = place;
        this.roadmap = roadmap;
    }

    void live(LocalDate day, SplittableRandom random, double rhythm) {
        for (int i = Pace.count(random, ISSUES_A_DAY * rhythm); i > 0; i--) {
            issue(Pace.moment(day, random), random.split());
        }
        if (day.getDayOfMonth() == 1 && (day.getMonthValue() - 1) % 3 == 0) {
            quarter(day);
        }
    }

    /** The newest issue that is open and that no pull request was opened for yet. */
    Optional<Issue> worry() {
        worries.removeIf(issue -> !issue.isOpen());
        return Optional.ofNullable(worries.pollLast());
    }

    private void assign(Later<Issue> issue, Instant openedAt, boolean incident, SplittableRandom random) {
        if (incident || random.nextInt(100) < 55) {
            Account triager = cast.someone(random, place);
            Account assignee = cast.someone(random, place);
            script.at(
                    openedAt.plus(Pace.wait(random, incident ? 0.1 : 3, 0.8)),
                    verbs -> verbs.assign(issue.get(), triager, assignee));
        }
    }

    /** A milestone for the quarter that begins; that of the quarter before is closed, whatever is left in it. */
    private void quarter(LocalDate day) {
        String title = day.getYear() + " Q" + ((day.getMonthValue() + 2) / 3);
        Instant begin = day.atTime(8, 0).toInstant(ZoneOffset.UTC);
        Instant due = day.plusMonths(3).atStartOfDay().toInstant(ZoneOffset.UTC);
        script.at(begin, verbs -> {
            current().ifPresent(milestone -> verbs.plans().close(repo, milestone));
            verbs.plans().milestone(repo, title, Optional.of(due), true);
        });
    }

    private Optional<Milestone> current() {
        return repo.milestones().stream().filter(Milestone::open).findFirst();
    }

    private void issue(Instant openedAt, SplittableRandom random) {
        Account author = cast.someone(random, place);
        boolean incident = random.nextInt(100) < 2;
        String title = (incident ? "Incident: " : "") + Words.trouble(random);
        List<String> labels = incident
                ? List.of("incident")
                : random.nextInt(8) == 0 ? List.of() : List.of(Words.pick(random, LABELS));
        Later<Issue> issue = new Later<>();
        boolean ends = random.nextInt(100) < 86 || incident;
        script.at(openedAt, verbs -> {
            issue.set(verbs.issues().open(repo, title, author, labels));
            roadmap.records().leftToProse(issue.get());
            if (ends) {
                worries.add(issue.get());
            }
        });
        assign(issue, openedAt, incident, random.split());
        roadmap.plan(issue, openedAt, random.split());
        if (random.nextInt(10) < 3) {
            Instant planned = openedAt.plus(Pace.wait(random, 2, 1.0));
            script.at(
                    planned,
                    verbs -> current().ifPresent(milestone -> verbs.plans().plan(issue.get(), milestone)));
        }

        Instant now = openedAt;
        int comments = random.nextInt(incident ? 8 : 5);
        for (int i = 0; i < comments; i++) {
            now = now.plus(Pace.wait(random, incident ? 0.2 : 9, 1.3));
            Account speaker = random.nextInt(4) == 0 ? author : cast.someoneElse(random, place, author);
            script.at(now, verbs -> verbs.comment(issue.get(), speaker, "I can reproduce this."));
        }
        if (ends) {
            now = now.plus(Pace.wait(random, incident ? 2 : 60, incident ? 0.9 : 1.5));
            Account closer = cast.someone(random, place);
            Optional<String> reason = random.nextInt(9) == 0 ? Optional.of("not_planned") : Optional.empty();
            script.at(now, verbs -> verbs.close(issue.get(), closer, reason));
            if (random.nextInt(25) == 0) {
                now = now.plus(Pace.wait(random, 40, 0.8));
                script.at(now, verbs -> verbs.reopen(issue.get(), author));
                Instant again = now.plus(Pace.wait(random, 30, 0.8));
                script.at(again, verbs -> verbs.close(issue.get(), closer, Optional.empty()));
            }
        }
    }
}

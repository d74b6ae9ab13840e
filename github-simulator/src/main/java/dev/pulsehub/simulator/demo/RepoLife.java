package dev.pulsehub.simulator.demo;

import dev.pulsehub.simulator.script.Later;
import dev.pulsehub.simulator.script.Script;
import dev.pulsehub.simulator.script.Words;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.PullVerbs;
import dev.pulsehub.simulator.world.Records;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What happens in one repository day by day: issues, pull requests from first commit to merge, and workflow runs. */
final class RepoLife {

    private static final double PULLS_A_DAY = 0.48;
    private static final List<String> LABELS =
            List.of("bug", "bug", "feature", "feature", "chore", "customer", "documentation");

    private final Script script;
    private final Cast cast;
    private final Repo repo;
    private final int place;
    private final Backlog backlog;
    private final Delivery delivery;
    private final Records records;

    RepoLife(Script script, Cast cast, Repo repo, int place, Roadmap roadmap) {
        this.script = script;
        this.cast = cast;
        this.repo = repo;
        this.place = place;
        records = roadmap.records();
        backlog = new Backlog(script, cast, repo, place, roadmap);
        delivery = new Delivery(script, cast, repo, place);
    }

    void live(LocalDate day, SplittableRandom random, double pace) {
        double rhythm = pace * Pace.rhythm(day);
        backlog.live(day, random, rhythm);
        for (int i = Pace.count(random, PULLS_A_DAY * rhythm); i > 0; i--) {
            pull(Pace.moment(day, random), random.split());
        }
        nightly(day, random.split());
        delivery.live(day, random.split(), rhythm);
    }

    private void pull(Instant openedAt, SplittableRandom random) {
        boolean byBot = random.nextInt(100) < 14;
        boolean byAgent = !byBot && random.nextInt(100) < 8;
        Account person = cast.someone(random, place);
        Account author = byBot ? cast.bot(random) : byAgent ? cast.agent() : person;
        int size = (int) Math.ceil(Math.exp(3.6 + random.nextGaussian() * 1.3));
        boolean draft = byAgent || !byBot && random.nextInt(100) < 18;
        String title = byBot ? Words.upgrade(random) : Words.change(random);
        String message = title + (byAgent ? "\n\nCo-authored-by: " + Cast.address(person) : "");
        List<Commit> commits = commits(openedAt, author, message, random, byBot ? 1 : 1 + random.nextInt(5));
        PullVerbs.Draught draught = new PullVerbs.Draught(
                title,
                Optional.empty(),
                author,
                draft,
                new Pull.Branches(
                        title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-"),
                        commits.getLast().sha(),
                        "main",
                        false),
                new Commit.Size(size, random.nextInt(size + 1), 1 + size / 60),
                commits);
        Later<Pull> pull = new Later<>();
        List<String> labels = byBot ? List.of("dependencies") : List.of(Words.pick(random, LABELS));
        boolean closesSomething = !byBot && random.nextInt(4) == 0;
        script.at(openedAt, verbs -> {
            pull.set(verbs.pulls().open(repo, draught, labels));
            records.leftToProse(pull.get());
            if (closesSomething) {
                backlog.worry().ifPresent(issue -> records.closes(pull.get(), issue));
            }
        });
        if (!byBot) {
            ask(pull, author, openedAt, random.split());
        }
        checks(
                openedAt.plusSeconds(15),
                commits.getLast().sha(),
                draught.branches().headRef(),
                author,
                random.split());
        if (random.nextInt(3) == 0) {
            script.at(
                    openedAt.plusSeconds(240), verbs -> verbs.comment(pull.get(), cast.checker(), "Coverage: 84.1 %"));
        }
        if (!byBot) {
            talk(pull, author, openedAt, random.split());
        }
        Instant ready = openedAt;
        if (draft) {
            ready = openedAt.plus(Pace.wait(random, 20, 1.0));
            if (random.nextInt(12) == 0) {
                giveUp(pull, author, openedAt, random);
                return;
            }
            script.at(ready, verbs -> verbs.pulls().ready(pull.get(), person));
        }
        finish(pull, author, reviews(pull, author, ready, size, byBot, random), byBot, random);
    }

    /** Some ask a colleague, some their team; somebody has it on their list. */
    private void ask(Later<Pull> pull, Account author, Instant openedAt, SplittableRandom random) {
        Account reviewer = cast.someoneElse(random, place, author);
        int how = random.nextInt(10);
        script.at(openedAt.plusSeconds(random.nextLong(30, 900)), verbs -> {
            if (how < 6) {
                verbs.pulls().askReview(pull.get(), author, reviewer);
            } else if (how < 8) {
                cast.team(place).ifPresent(team -> verbs.pulls().askReview(pull.get(), author, team));
            }
            if (how % 3 == 0 && author.type().equals("User")) {
                verbs.assign(pull.get(), author, author);
            }
        });
    }

    /** Authors explain themselves, in comments and in reviews of their own; now and then somebody else asks first. */
    private void talk(Later<Pull> pull, Account author, Instant openedAt, SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            script.at(
                    openedAt.plus(Pace.wait(random, 0.5, 0.8)),
                    verbs -> verbs.comment(pull.get(), author, "This is easier to read commit by commit."));
        }
        if (random.nextInt(12) == 0) {
            script.at(openedAt.plus(Pace.wait(random, 0.3, 0.5)), verbs -> {
                if (pull.get().isOpen()) {
                    verbs.pulls().review(pull.get(), author, "COMMENTED", "Notes for the reviewer", 2);
                }
            });
        }
        if (random.nextInt(6) == 0) {
            Account curious = cast.someoneElse(random, place, author);
            script.at(
                    openedAt.plus(Pace.wait(random, 4, 1.0)),
                    verbs -> verbs.comment(pull.get(), curious, "Does this also cover the mobile app?"));
        }
    }

    private List<Commit> commits(Instant openedAt, Account author, String title, SplittableRandom random, int count) {
        List<Commit> commits = new ArrayList<>();
        Instant at = openedAt.minus(Pace.wait(random, 7, 1.2));
        String parent = sha(random);
        for (int i = 0; i < count; i++) {
            Instant next = at.plusSeconds(random.nextLong(60, 7200));
            at = next.isBefore(openedAt) ? next : openedAt.minusSeconds(30);
            String sha = sha(random);
            Optional<Account> linked = random.nextInt(12) == 0 ? Optional.empty() : Optional.of(author);
            commits.add(new Commit(
                    sha,
                    linked,
                    author.name().orElse(author.login()),
                    Cast.email(author),
                    at,
                    at,
                    i == 0 ? title : "Address review",
                    List.of(parent)));
            parent = sha;
        }
        return commits;
    }

    /** Reviews until somebody approves; returns when the last one came. Some pull requests are never answered. */
    private Instant reviews(
            Later<Pull> pull, Account author, Instant ready, int size, boolean byBot, SplittableRandom random) {
        Instant now = ready;
        int rounds = byBot ? random.nextInt(2) : random.nextInt(100) < 15 ? 0 : 1 + random.nextInt(size > 200 ? 4 : 2);
        for (int round = 0; round < rounds; round++) {
            now = now.plus(Pace.wait(random, size > 300 ? 11 : 4.5, 1.2));
            Account reviewer = cast.someoneElse(random, place, author);
            boolean last = round == rounds - 1;
            String state = last ? "APPROVED" : random.nextInt(3) == 0 ? "COMMENTED" : "CHANGES_REQUESTED";
            int lines = last ? random.nextInt(2) : 1 + random.nextInt(5);
            script.at(now, verbs -> {
                if (pull.get().isOpen()) {
                    verbs.pulls()
                            .review(pull.get(), reviewer, state, last ? "Looks good" : "Please have a look", lines);
                }
            });
            if (!last) {
                now = now.plus(Pace.wait(random, 5, 1.0));
                Instant at = now;
                Commit commit = commits(at.plusSeconds(60), author, "Address review", random, 1)
                        .getFirst();
                script.at(at, verbs -> verbs.pulls().push(pull.get(), author, commit));
            }
        }
        return now;
    }

    private void finish(Later<Pull> pull, Account author, Instant after, boolean byBot, SplittableRandom random) {
        int fate = random.nextInt(100);
        Instant end = after.plus(Pace.wait(random, byBot ? 20 : 3, 1.3));
        String sha = sha(random);
        if (fate < (byBot ? 78 : 88)) {
            Account merger = byBot || random.nextInt(3) == 0 ? cast.someone(random, place) : author;
            script.at(end, verbs -> verbs.pulls().merge(pull.get(), merger, sha));
            checks(end.plusSeconds(10), sha, "main", merger, random.split());
        } else if (fate < 96) {
            Instant closedAt = end.plus(Pace.wait(random, 70, 1.0));
            script.at(closedAt, verbs -> verbs.close(pull.get(), author, Optional.empty()));
        } else {
            giveUp(pull, author, end, random);
        }
    }

    /** Somebody tidies up after some weeks. */
    private void giveUp(Later<Pull> pull, Account author, Instant since, SplittableRandom random) {
        Instant closedAt = since.plus(Pace.wait(random, 24 * 30, 0.6));
        script.at(closedAt, verbs -> verbs.close(pull.get(), author, Optional.empty()));
    }

    private void checks(Instant at, String sha, String branch, Account actor, SplittableRandom random) {
        String event = branch.equals("main") ? "push" : "pull_request";
        run(at, "CI", event, branch, sha, actor, random.split(), 0.1);
        if (random.nextInt(100) < 20) {
            run(at, "Integration", event, branch, sha, actor, random.split(), 0.22);
        }
    }

    private void nightly(LocalDate day, SplittableRandom random) {
        Instant at = day.atTime(2, 30).toInstant(ZoneOffset.UTC).plusSeconds(place * 60L);
        if (place < 4) {
            run(at, "Nightly", "schedule", "main", sha(random), cast.checker(), random, 0.12);
        }
    }

    private void run(
            Instant at,
            String workflow,
            String event,
            String branch,
            String sha,
            Account actor,
            SplittableRandom random,
            double failing) {
        Later<Run> run = new Later<>();
        script.at(
                at,
                verbs -> run.set(verbs.runs()
                        .start(
                                repo,
                                verbs.runs().workflow(repo, workflow),
                                new Run.Trigger(event, branch, sha, Optional.of(actor)))));
        Instant end = at.plus(Pace.wait(random, 0.12 + 0.02 * place, 0.35));
        boolean fails = random.nextDouble() < failing;
        String conclusion = fails ? "failure" : random.nextInt(30) == 0 ? "cancelled" : "success";
        script.at(end, verbs -> verbs.runs().complete(run.get(), conclusion));
        if (fails && random.nextInt(3) == 0) {
            Instant again = end.plus(Pace.wait(random, 0.3, 0.6));
            script.at(again, verbs -> verbs.runs().rerun(run.get()));
            boolean flaky = random.nextInt(3) > 0;
            script.at(
                    again.plus(Pace.wait(random, 0.12 + 0.02 * place, 0.3)),
                    verbs -> verbs.runs().complete(run.get(), flaky ? "success" : "failure"));
        }
    }

    private static String sha(SplittableRandom random) {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

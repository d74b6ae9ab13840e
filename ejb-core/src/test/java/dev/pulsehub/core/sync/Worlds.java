package dev.pulsehub.core.sync;

import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.NotPossible;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.PullVerbs;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Verbs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Small GitHubs whose time stands still unless it is moved, and the things that may happen in them. */
final class Worlds {

    static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private static final Repo.Profile PROFILE =
            new Repo.Profile(Optional.of("For tests"), Optional.of("Java"), "main", false, false, false, 3, 1);

    private Worlds() {}

    /** One empty repository, {@code acme/one}, and some people and a bot. */
    static Simulator empty() {
        Simulator simulator = Simulator.builder()
                .clock(Clock.fixed(START, ZoneOffset.UTC))
                .empty()
                .start();
        simulator.world().write(() -> {
            Account acme = simulator.world().add(new Account(100, "acme", "Organization", Optional.of("Acme")));
            for (int i = 0; i < 4; i++) {
                simulator.world().add(new Account(101 + i, "person-" + i, "User", Optional.of("Person " + i)));
            }
            simulator.world().add(new Account(110, "helper[bot]", "Bot", Optional.empty()));
            Instant founded = START.minus(Duration.ofDays(90));
            Repo repo = simulator.world().addRepo(9001, acme, "one", PROFILE, founded);
            repo.commits()
                    .add(new Commit(
                            "%040x".formatted(1),
                            Optional.empty(),
                            "Acme",
                            "acme@users.example",
                            founded,
                            founded,
                            "Begin",
                            List.of()));
            return repo;
        });
        return simulator;
    }

    static Repo repo(Simulator simulator) {
        return simulator.world().repo("acme", "one").orElseThrow();
    }

    static Account person(Simulator simulator, int pick) {
        List<Account> people = simulator.world().accounts().stream()
                .filter(account -> !account.type().equals("Organization") && account.id() > 100)
                .toList();
        return people.get(Math.floorMod(pick, people.size()));
    }

    /** Does something now. */
    static void happen(Simulator simulator, BiConsumer<Verbs, Repo> what) {
        simulator.world().write(() -> {
            what.accept(simulator.world().at(simulator.world().clock().instant()), repo(simulator));
            return true;
        });
    }

    static Pull openPull(Simulator simulator, Verbs verbs, int pick, boolean draft) {
        Repo repo = repo(simulator);
        Instant now = simulator.world().clock().instant();
        Account author = person(simulator, pick);
        Commit commit = commit(
                author, now.minus(Duration.ofHours(pick % 50)), repo.items().size() * 1000L + pick);
        return verbs.pulls()
                .open(
                        repo,
                        new PullVerbs.Draught(
                                "Change " + pick,
                                Optional.empty(),
                                author,
                                draft,
                                new Pull.Branches("change-" + pick, commit.sha(), "main", false),
                                new Commit.Size(pick % 300, pick % 7, 1 + pick % 5),
                                List.of(commit)),
                        pick % 3 == 0 ? List.of("bug") : List.of());
    }

    static Commit commit(Account author, Instant at, long seed) {
        return new Commit(
                "%040x".formatted(seed * 7919 + at.getEpochSecond()),
                seed % 5 == 0 || author.isBot() ? Optional.empty() : Optional.of(author),
                author.login(),
                author.login() + "@users.example",
                at,
                at,
                "Work",
                List.of("%040x".formatted(seed)));
    }

    /** Something that may happen, chosen by a number; nothing when it is not possible just now. */
    static void mutate(Simulator simulator, int choice) {
        int pick = choice / 20;
        happen(simulator, (verbs, repo) -> {
            try {
                switch (choice % 20) {
                    case 0, 1 -> verbs.issues().open(repo, "Issue " + pick, person(simulator, pick), List.of("bug"));
                    case 2, 3 -> openPull(simulator, verbs, pick, pick % 2 == 0);
                    case 4, 5 -> onItem(repo, pick, item -> verbs.comment(item, person(simulator, pick / 3), "Hm"));
                    case 6 -> onItem(repo, pick, item -> verbs.close(item, person(simulator, pick), Optional.empty()));
                    case 7 -> onItem(repo, pick, item -> verbs.reopen(item, person(simulator, pick)));
                    case 8 -> onItem(repo, pick, item -> verbs.label(item, repo.owner(), "l" + pick % 3));
                    case 9 -> onItem(repo, pick, item -> verbs.unlabel(item, repo.owner(), "l" + pick % 3));
                    case 10 -> onItem(repo, pick, item -> verbs.rename(item, repo.owner(), "Renamed " + pick));
                    case 11, 12 -> onPull(repo, pick, pull -> review(simulator, verbs, pull, pick));
                    case 13 -> onPull(repo, pick, pull -> verbs.pulls().ready(pull, repo.owner()));
                    case 14 -> onPull(repo, pick, pull -> verbs.pulls().draft(pull, repo.owner()));
                    case 15 ->
                        onPull(repo, pick, pull -> verbs.pulls().merge(pull, repo.owner(), "%040x".formatted(pick)));
                    case 16 ->
                        onPull(
                                repo,
                                pick,
                                pull -> verbs.pulls()
                                        .push(
                                                pull,
                                                person(simulator, pick),
                                                commit(
                                                        person(simulator, pick),
                                                        simulator
                                                                .world()
                                                                .clock()
                                                                .instant(),
                                                        pick
                                                                + 77L
                                                                        * pull.commits()
                                                                                .size())));
                    case 17 -> startRun(simulator, verbs, repo, pick);
                    case 18 ->
                        onRun(repo, pick, run -> verbs.runs().complete(run, pick % 3 == 0 ? "failure" : "success"));
                    default -> onRun(repo, pick, run -> verbs.runs().rerun(run));
                }
            } catch (NotPossible e) {
                // as GitHub would refuse it, so nothing happened
            }
        });
    }

    static void review(Simulator simulator, Verbs verbs, Pull pull, int pick) {
        List<String> states = List.of("APPROVED", "CHANGES_REQUESTED", "COMMENTED");
        verbs.pulls().review(pull, person(simulator, pick / 5), states.get(pick % 3), "", pick % 4);
    }

    static Run startRun(Simulator simulator, Verbs verbs, Repo repo, int pick) {
        return verbs.runs()
                .start(
                        repo,
                        verbs.runs().workflow(repo, pick % 2 == 0 ? "CI" : "Deploy"),
                        new Run.Trigger("push", "main", "%040x".formatted(pick), Optional.of(person(simulator, pick))));
    }

    private static void onItem(Repo repo, int pick, java.util.function.Consumer<Item> what) {
        List<Item> items = List.copyOf(repo.items());
        if (!items.isEmpty()) {
            what.accept(items.get(pick % items.size()));
        }
    }

    private static void onPull(Repo repo, int pick, java.util.function.Consumer<Pull> what) {
        List<Pull> pulls = repo.pulls().toList();
        if (!pulls.isEmpty()) {
            what.accept(pulls.get(pick % pulls.size()));
        }
    }

    private static void onRun(Repo repo, int pick, java.util.function.Consumer<Run> what) {
        List<Run> runs = List.copyOf(repo.runs());
        if (!runs.isEmpty()) {
            what.accept(runs.get(pick % runs.size()));
        }
    }

    static List<Issue> issues(Simulator simulator) {
        return repo(simulator).issues().toList();
    }
}

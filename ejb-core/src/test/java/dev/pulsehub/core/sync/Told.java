package dev.pulsehub.core.sync;

import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.PullVerbs;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Verbs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lets happen in one repository what a line of a truth table tells; the words are those of {@code truth/README.md}. */
final class Told {

    private static long shas = 1_000_000;

    private final Simulator simulator;
    private final Repo repo;
    private Optional<Review> lastReview = Optional.empty();

    Told(Simulator simulator, Repo repo) {
        this.simulator = simulator;
        this.repo = repo;
    }

    /** One event: {@code kind:who+count@hours}. */
    private record Event(String kind, String who, int count, Instant at) {

        static Event of(String text) {
            String[] parts = text.split("@", 2);
            Instant at = Worlds.START.plus(Duration.ofHours(Long.parseLong(parts[1].replace("h", ""))));
            String[] what = parts[0].split(":", 2);
            String[] who = (what.length > 1 ? what[1] : "author").split("\\+", 2);
            boolean counted = who[0].matches("\\d+");
            return new Event(
                    what[0],
                    counted ? "author" : who[0],
                    counted ? Integer.parseInt(who[0]) : who.length > 1 ? Integer.parseInt(who[1]) : 0,
                    at);
        }
    }

    void happen(String line) {
        Arrays.stream(line.split("\\|")).map(String::strip).forEach(this::thing);
    }

    private void thing(String text) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        String kind = words.removeFirst();
        String author = "author";
        Commit.Size size = new Commit.Size(1, 0, 1);
        List<Event> events = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith("by:")) {
                author = word.substring(3);
            } else if (word.startsWith("size:")) {
                String[] lines = word.substring(5).split("\\+");
                size = new Commit.Size(Integer.parseInt(lines[0]), Integer.parseInt(lines[1]), 1);
            } else {
                events.add(Event.of(word));
            }
        }
        switch (kind) {
            case "issue" -> issue(author, events);
            case "pull" -> pull(author, size, events);
            case "run" -> run(events);
            case "push" -> events.forEach(this::push);
            default -> throw new IllegalArgumentException(text);
        }
    }

    private void issue(String author, List<Event> events) {
        Event first = events.getFirst();
        Issue issue = simulator
                .world()
                .write(() -> simulator.world().at(first.at()).issues().open(repo, "Issue", person(author), List.of()));
        events.subList(1, events.size()).forEach(event -> item(issue, event));
    }

    private void item(Item item, Event event) {
        at(event, verbs -> {
            switch (event.kind()) {
                case "close" -> verbs.close(item, person(event.who()), Optional.empty());
                case "reopen" -> verbs.reopen(item, person(event.who()));
                case "comment" -> verbs.comment(item, person(event.who()), "Hm");
                default -> throw new IllegalArgumentException(event.toString());
            }
        });
    }

    private void pull(String author, Commit.Size size, List<Event> events) {
        Event opening = events.stream()
                .filter(event -> event.kind().equals("open") || event.kind().equals("draft"))
                .findFirst()
                .orElseThrow();
        List<Commit> commits = new ArrayList<>();
        events.stream()
                .filter(event -> event.kind().equals("commit"))
                .forEach(event -> commits.add(commit(author, event.at())));
        if (commits.isEmpty()) {
            commits.add(commit(author, opening.at()));
        }
        Pull pull = simulator
                .world()
                .write(() -> simulator
                        .world()
                        .at(opening.at())
                        .pulls()
                        .open(
                                repo,
                                new PullVerbs.Draught(
                                        "Change",
                                        Optional.empty(),
                                        person(author),
                                        opening.kind().equals("draft"),
                                        new Pull.Branches(
                                                "topic-" + shas++,
                                                commits.getLast().sha(),
                                                "main",
                                                false),
                                        size,
                                        commits),
                                List.of()));
        events.stream()
                .filter(event -> event != opening && !event.kind().equals("commit"))
                .forEach(event -> pulled(pull, event));
    }

    private void pulled(Pull pull, Event event) {
        at(event, verbs -> {
            Account who = person(event.who());
            switch (event.kind()) {
                case "review" ->
                    lastReview = Optional.of(verbs.pulls().review(pull, who, "COMMENTED", "", event.count()));
                case "changes" ->
                    lastReview = Optional.of(verbs.pulls().review(pull, who, "CHANGES_REQUESTED", "", event.count()));
                case "approve" ->
                    lastReview = Optional.of(verbs.pulls().review(pull, who, "APPROVED", "", event.count()));
                case "dismiss" -> verbs.pulls().dismiss(pull, lastReview.orElseThrow(), repo.owner(), "No");
                case "ready" -> verbs.pulls().ready(pull, who);
                case "todraft" -> verbs.pulls().draft(pull, who);
                case "push" -> verbs.pulls().push(pull, who, commit(event.who(), event.at()));
                case "merge" -> verbs.pulls().merge(pull, repo.owner(), "%040x".formatted(shas++));
                default -> item(pull, event);
            }
        });
    }

    private void run(List<Event> events) {
        Run run = simulator.world().write(() -> {
            Verbs verbs = simulator.world().at(Worlds.START);
            return verbs.runs()
                    .start(
                            repo,
                            verbs.runs().workflow(repo, "CI"),
                            new Run.Trigger("push", "main", "%040x".formatted(shas++), Optional.of(person("author"))));
        });
        for (Event event : events) {
            at(event, verbs -> {
                if (event.kind().equals("rerun")) {
                    verbs.runs().rerun(run);
                } else {
                    verbs.runs().complete(run, event.kind());
                }
            });
        }
    }

    /** Commits on the default branch; {@code merges} have two parents. */
    private void push(Event event) {
        simulator.world().write(() -> {
            for (int i = 0; i < event.count(); i++) {
                Commit made = commit("author", event.at());
                List<String> parents = event.kind().equals("merges")
                        ? List.of("%040x".formatted(1), "%040x".formatted(2))
                        : made.parents();
                repo.commits()
                        .add(new Commit(
                                made.sha(),
                                made.author(),
                                "author",
                                "author@users.example",
                                event.at(),
                                event.at(),
                                "Work",
                                parents));
            }
            return true;
        });
    }

    private void at(Event event, java.util.function.Consumer<Verbs> what) {
        simulator.world().write(() -> {
            what.accept(simulator.world().at(event.at()));
            return true;
        });
    }

    private Commit commit(String author, Instant at) {
        long seed = shas++;
        return new Commit(
                "%040x".formatted(seed),
                Optional.of(person(author)),
                author,
                author + "@users.example",
                at,
                at,
                "Work",
                List.of("%040x".formatted(1)));
    }

    private Account person(String login) {
        return simulator.world().accounts().stream()
                .filter(account -> account.login().equals(login))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody is called " + login));
    }
}

package dev.pulsehub.simulator.generator;

import dev.pulsehub.simulator.script.Words;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.MergeMethod;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.PullVerbs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What happens to one pull request, from its first commit until it is merged, closed or the story ends. */
final class PullLife {

    private static final List<String> LABELS = List.of("feature", "bug", "chore", "documentation", "performance");

    private final Stage stage;
    private final Place place;
    private final PullPlan plan;
    private final Span span;
    private final Counts counts;
    private final SplittableRandom random;
    private final Crew.Member author;
    private final Commits commits;
    private final Checks checks;

    /**
     * From when to when it is open.
     *
     * @param ends false when it still is at the end of the story
     * @param merged rather than closed
     */
    record Span(int number, Instant begin, Instant end, boolean ends, boolean merged) {}

    /** How much of everything it gets, exactly. */
    record Counts(int commits, int reviews, int lineNotes, int comments, int runs) {}

    PullLife(Stage stage, Place place, PullPlan plan, Span span, Counts counts) {
        this.stage = stage;
        this.place = place;
        this.plan = plan;
        this.span = span;
        this.counts = counts;
        random = stage.random("pull life", span.number());
        author = author();
        commits = new Commits(author, helper(), random);
        checks = new Checks(stage, place, author, counts.runs());
    }

    private Crew.Member author() {
        return switch (plan.kind()) {
            case UPDATE -> stage.crew().updater(random);
            case AGENT -> stage.crew().agent(random);
            case REVERT, HOTFIX -> stage.crew().member(random, place.number());
            case PERSON -> stage.crew().anybody(random, place.number(), 12);
        };
    }

    /** An agent works for somebody; of people's work some is helped by an agent. */
    private Optional<Crew.Member> helper() {
        return switch (plan.kind()) {
            case AGENT -> Optional.of(stage.crew().member(random, place.number()));
            case PERSON -> random.nextInt(100) < 12 ? Optional.of(stage.crew().agent(random)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Opens it, at its moment, and writes down the rest. */
    Pull play() {
        Optional<Pull> regretted = plan.kind() == PullPlan.Kind.REVERT ? place.regretted() : Optional.empty();
        String title = regretted.map(one -> "Revert \"" + one.title() + "\"").orElseGet(this::title);
        int first = counts.commits() - (span.ends() && counts.reviews() == 0 ? 0 : random.nextInt(counts.commits()));
        List<Commit> pushed = commits.before(span.begin(), title, first);
        Pull pull = open(title, pushed, regretted);
        checks.head(span.begin(), pushed.getLast().sha(), pull.headRef());
        Instant ready = ready(pull);
        pushes(pull, counts.commits() - first);
        if (counts.reviews() > 0) {
            reviews(pull, ready);
        }
        for (Instant at : Stage.between(span.begin(), span.end(), counts.comments(), random)) {
            comment(pull, at);
        }
        end(pull);
        checks.write(title, random.split());
        return pull;
    }

    private String title() {
        return (switch (plan.kind()) {
                    case UPDATE -> Words.upgrade(random);
                    case HOTFIX -> "Hotfix: " + Words.change(random);
                    default -> Words.change(random);
                })
                .intern();
    }

    private Pull open(String title, List<Commit> pushed, Optional<Pull> regretted) {
        String number = Integer.toString(span.number(), Character.MAX_RADIX);
        String branch = switch (plan.kind()) {
            case UPDATE -> "update/" + number;
            case AGENT -> "agent/" + number;
            case REVERT -> "revert/" + number;
            case HOTFIX -> "hotfix/" + number;
            case PERSON -> "work/" + number;
        };
        PullVerbs.Draught draught = new PullVerbs.Draught(
                title,
                regretted.map(one -> "Reverts " + place.repo().fullName() + "#" + one.number()),
                author.account(),
                plan.draft(),
                new Pull.Branches(branch, pushed.getLast().sha(), "main", false),
                new Commit.Size(plan.size(), random.nextInt(plan.size() + 1), 1 + plan.size() / 60),
                pushed);
        Pull pull = stage.world().at(span.begin()).pulls().open(place.repo(), draught, labels());
        if (regretted.isEmpty()) {
            stage.records().leftToProse(pull);
        }
        if (span.merged()) {
            reason().ifPresent(issue -> stage.records().closes(pull, issue));
        }
        return pull;
    }

    private List<String> labels() {
        return switch (plan.kind()) {
            case UPDATE -> List.of("dependencies");
            case HOTFIX -> List.of("hotfix");
            case REVERT -> List.of("revert");
            default -> random.nextInt(3) == 0 ? List.of() : List.of(Words.pick(random, LABELS));
        };
    }

    /** The issue it closes, for some. */
    private Optional<Issue> reason() {
        return switch (plan.kind()) {
            case HOTFIX -> place.takeWorry(random, PullLife::incident);
            case PERSON, AGENT ->
                random.nextInt(100) < 35 ? place.takeWorry(random, issue -> !incident(issue)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean incident(Issue issue) {
        return issue.labels().stream().anyMatch(label -> label.name().equals("incident"));
    }

    /** When others may look at it: at once, or when its author says so. Some drafts stay drafts. */
    private Instant ready(Pull pull) {
        if (!plan.draft()) {
            return span.begin();
        }
        Instant ready = Stage.between(span.begin(), span.end(), 3, random)[0];
        if (span.merged() || random.nextInt(2) == 0) {
            Crew.Member by =
                    commits.helper().filter(one -> !one.account().isBot()).orElse(author);
            stage.at(ready, verbs -> verbs.pulls().ready(pull, by.account()));
        }
        return ready;
    }

    private void pushes(Pull pull, int count) {
        for (Instant at : Stage.between(span.begin(), span.end(), count, random)) {
            Commit commit = commits.at(at, pull.title());
            stage.at(at, verbs -> verbs.pulls().push(pull, author.account(), commit));
            checks.head(at, commit.sha(), pull.headRef());
        }
    }

    private void reviews(Pull pull, Instant ready) {
        Crew.Member reviewer = stage.crew().memberOtherThan(random, place.number(), author);
        Instant asked = ready.plusSeconds(random.nextLong(10, 600));
        if (asked.isBefore(span.end())) {
            stage.at(asked, verbs -> verbs.pulls().askReview(pull, author.account(), reviewer.account()));
        }
        double[] weights = new double[counts.reviews()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextDouble(0.1, 1);
        }
        int[] notes = Allotment.of(counts.lineNotes(), weights);
        Instant[] moments = Stage.between(ready, span.end(), counts.reviews(), random);
        for (int i = 0; i < moments.length; i++) {
            boolean last = i == moments.length - 1;
            int noted = notes[i];
            Crew.Member by = last || random.nextInt(3) > 0
                    ? reviewer
                    : stage.crew().memberOtherThan(random, place.number(), author);
            String state = last && span.merged()
                    ? "APPROVED"
                    : random.nextInt(3) == 0 ? "CHANGES_REQUESTED" : last ? "APPROVED" : "COMMENTED";
            String body = state.equals("APPROVED") ? "Looks good" : "Please have a look";
            stage.at(moments[i], verbs -> verbs.pulls().review(pull, by.account(), state, body, noted));
        }
    }

    private void comment(Pull pull, Instant at) {
        int one = random.nextInt(10);
        Crew.Member speaker = one == 0
                ? stage.crew().reporter()
                : one < 5 ? author : stage.crew().anybody(random, place.number(), 8);
        String body = one == 0
                ? "Coverage: 84.1 %"
                : speaker.equals(author) ? "Done." : "Does this also cover the mobile app?";
        stage.at(at, verbs -> verbs.comment(pull, speaker.account(), body));
    }

    private void end(Pull pull) {
        if (!span.ends()) {
            return;
        }
        Crew.Member by = author.account().isBot() || random.nextInt(3) == 0
                ? stage.crew().member(random, place.number())
                : author;
        if (span.merged()) {
            String sha = Stage.sha(random);
            MergeMethod method = random.nextInt(10) == 0 ? MergeMethod.MERGE : MergeMethod.SQUASH;
            stage.at(span.end(), verbs -> {
                verbs.pulls().merge(pull, by.account(), sha, method);
                place.merged(pull);
            });
            checks.head(span.end().plus(Duration.ofSeconds(5)), sha, "main");
        } else {
            stage.at(span.end(), verbs -> verbs.close(pull, by.account(), Optional.empty()));
        }
    }

    /** Writes the commits of one pull request, each on top of the one before. */
    private static final class Commits {

        private final Crew.Member author;
        private final Optional<Crew.Member> helper;
        private final SplittableRandom random;
        private final String trailer;
        private String parent;

        Commits(Crew.Member author, Optional<Crew.Member> helper, SplittableRandom random) {
            this.author = author;
            this.helper = helper;
            this.random = random;
            this.parent = Stage.sha(random);
            trailer = helper.map(one -> "\n\nCo-authored-by: " + one.name() + " <" + one.email() + ">")
                    .orElse("");
        }

        Optional<Crew.Member> helper() {
            return helper;
        }

        List<Commit> before(Instant opened, String title, int count) {
            Instant first = opened.minus(Rhythm.wait(random, 5, 1.2)).minusSeconds(60);
            List<Commit> written = new ArrayList<>();
            for (Instant at : Stage.between(first, opened, count, random)) {
                written.add(at(at, title));
            }
            return written;
        }

        Commit at(Instant at, String title) {
            String sha = Stage.sha(random);
            boolean first = random.nextInt(2) == 0;
            Optional<dev.pulsehub.simulator.world.Account> linked =
                    random.nextInt(12) == 0 ? Optional.empty() : author.linked();
            Commit commit = new Commit(
                    sha,
                    linked,
                    author.name(),
                    author.email(),
                    at,
                    at,
                    ((first ? title : "Address review") + trailer).intern(),
                    List.of(parent));
            parent = sha;
            return commit;
        }
    }
}

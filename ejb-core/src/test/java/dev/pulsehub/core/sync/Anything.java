package dev.pulsehub.core.sync;

import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Label;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.NotPossible;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Release;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.ReviewComment;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Verbs;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Every verb the simulated GitHub knows that a synchronised repository can feel, chosen by a number. */
final class Anything {

    private static final int VERBS = 46;

    private final Simulator simulator;
    private final Verbs verbs;
    private final Repo repo;
    private final Repo other;
    private final int pick;
    private final Account by;

    private Anything(Simulator simulator, Verbs verbs, Repo repo, Repo other, int pick) {
        this.simulator = simulator;
        this.verbs = verbs;
        this.repo = repo;
        this.other = other;
        this.pick = pick;
        this.by = Worlds.person(simulator, pick);
    }

    /** As {@link Worlds#empty()}, with a second repository things can move to. */
    static Simulator world() {
        Simulator simulator = Worlds.empty();
        Worlds.happen(simulator, (verbs, repo) -> verbs.repos().create(repo.owner(), "two", false, repo.owner()));
        return simulator;
    }

    /** Something, or nothing where GitHub would refuse it. */
    static void happen(Simulator simulator, int choice) {
        simulator.world().write(() -> {
            List<Repo> repos = List.copyOf(simulator.world().repos());
            int pick = choice / VERBS;
            Repo repo = repos.get(pick % 7 == 0 ? 1 : 0);
            Repo other = repos.get(pick % 7 == 0 ? 0 : 1);
            Instant now = simulator.world().clock().instant();
            try {
                new Anything(simulator, simulator.world().at(now), repo, other, pick).verb(choice % VERBS);
            } catch (NotPossible e) {
                return false; // as GitHub would refuse it, so nothing happened
            }
            return true;
        });
    }

    private void verb(int verb) {
        if (verb < 17) {
            onItems(verb);
        } else if (verb < 31) {
            onPulls(verb);
        } else {
            onTheRest(verb);
        }
    }

    private void onItems(int verb) {
        switch (verb) {
            case 0, 1 -> verbs.issues().open(repo, "Issue " + pick, by, List.of("bug"));
            case 2 -> item(item -> verbs.comment(item, by, "Hm"));
            case 3 -> comment((item, comment) -> verbs.deleteComment(item, comment, by));
            case 4 -> comment((item, comment) -> verbs.editComment(item, comment, by, "Hm, " + pick));
            case 5, 6 -> item(item -> verbs.close(item, by, Optional.empty()));
            case 7 -> item(item -> verbs.reopen(item, by));
            case 8 -> item(item -> verbs.label(item, by, "l" + pick % 3));
            case 9 -> item(item -> verbs.unlabel(item, by, "l" + pick % 3));
            case 10 -> item(item -> verbs.rename(item, by, "Renamed " + pick));
            case 11 -> item(item -> verbs.assign(item, by, Worlds.person(simulator, pick / 3)));
            case 12 -> item(item -> verbs.editBody(item, by, "Text " + pick));
            case 13 -> one(repo.issues().toList(), issue -> verbs.issues().transfer(issue, by, other));
            case 14 -> one(repo.issues().toList(), issue -> verbs.issues().delete(issue, by));
            case 15 -> item(item -> verbs.lock(item, by, Optional.empty()));
            default -> {
                List<Issue> issues = repo.issues().toList();
                one(issues, issue -> verbs.issues().addPart(issue, issues.getLast(), by));
            }
        }
    }

    private void onPulls(int verb) {
        switch (verb) {
            case 17, 18 -> open();
            case 19, 20 -> pull(pull -> review(pull));
            case 21 -> review((pull, review) -> verbs.pulls().dismiss(pull, review, by, "Old"));
            case 22 -> lineComment((pull, comment) -> verbs.pulls().deleteReviewComment(pull, comment, by));
            case 23 -> pull(pull -> verbs.pulls().ready(pull, by));
            case 24 -> pull(pull -> verbs.pulls().draft(pull, by));
            case 25, 26 -> pull(pull -> verbs.pulls().merge(pull, by, "%040x".formatted(7_000_000L + pick)));
            case 27 ->
                pull(pull -> verbs.pulls().push(pull, by, commit(pull.commits().size())));
            case 28 -> pull(pull -> verbs.pulls().forcePush(pull, by, List.of(commit(900), commit(901))));
            case 29 -> pull(pull -> verbs.pulls().retarget(pull, by, "release-" + pick % 2));
            default -> pull(pull -> verbs.pulls().askReview(pull, by, Worlds.person(simulator, pick / 2)));
        }
    }

    private void onTheRest(int verb) {
        switch (verb) {
            case 31, 32 -> start();
            case 33 -> run(run -> verbs.runs().complete(run, pick % 3 == 0 ? "failure" : "success"));
            case 34 -> run(run -> verbs.runs().cancel(run));
            case 35 -> run(run -> verbs.runs().rerun(run));
            case 36 -> run(run -> verbs.runs().delete(run));
            case 37 ->
                verbs.deployments()
                        .create(
                                repo,
                                by,
                                new Deployment.What(
                                        "main",
                                        "%040x".formatted(pick),
                                        pick % 3 == 0 ? "staging" : "production",
                                        Optional.empty()));
            case 38, 39 ->
                one(
                        repo.deployments(),
                        deployment -> verbs.deployments()
                                .become(
                                        deployment,
                                        by,
                                        List.of("success", "failure", "in_progress")
                                                .get(pick % 3)));
            case 40 -> verbs.repos().release(repo, by, "v" + pick, "Version " + pick, pick % 2 == 0, pick % 5 == 0);
            case 41 -> one(repo.releases(), (Release release) -> verbs.repos().deleteRelease(repo, release, by));
            case 42 -> verbs.plans().milestone(repo, "Plan " + pick, Optional.empty(), true);
            case 43 -> milestone(milestone -> item(item -> verbs.plans().plan(item, milestone, by)));
            case 44 ->
                milestone(milestone -> {
                    if (pick % 2 == 0) {
                        verbs.plans().delete(repo, milestone, by);
                    } else {
                        verbs.plans().close(repo, milestone);
                    }
                });
            default -> labelOrBranch();
        }
    }

    private void labelOrBranch() {
        switch (pick % 4) {
            case 0 -> verbs.repos().push(repo, by, commit(repo.commits().size() + 5000L));
            case 1 ->
                verbs.repos().forcePush(repo, by, Math.min(2, repo.commits().size()), commit(6000));
            case 2 -> one(repo.labels(), (Label label) -> verbs.plans().deleteLabel(repo, label.name(), by));
            default ->
                one(
                        repo.labels(),
                        (Label label) -> verbs.plans().renameLabel(repo, label.name(), "renamed-" + pick, by));
        }
    }

    private void open() {
        Commit commit = commit(repo.items().size() * 1000L);
        verbs.pulls()
                .open(
                        repo,
                        new dev.pulsehub.simulator.world.PullVerbs.Draught(
                                "Change " + pick,
                                Optional.empty(),
                                by,
                                pick % 2 == 0,
                                new Pull.Branches("change-" + pick, commit.sha(), "main", false),
                                new Commit.Size(pick % 300, pick % 7, 1 + pick % 5),
                                List.of(commit)),
                        List.of());
    }

    private void review(Pull pull) {
        List<String> states = List.of("APPROVED", "CHANGES_REQUESTED", "COMMENTED");
        verbs.pulls().review(pull, Worlds.person(simulator, pick / 5), states.get(pick % 3), "", pick % 4);
    }

    private void start() {
        verbs.runs()
                .start(
                        repo,
                        verbs.runs().workflow(repo, pick % 2 == 0 ? "CI" : "Deploy"),
                        new Run.Trigger("push", "main", "%040x".formatted(pick), Optional.of(by)));
    }

    private Commit commit(long seed) {
        return Worlds.commit(by, simulator.world().clock().instant(), seed * 31 + pick + 100_000L * repo.id());
    }

    private <T> void one(Collection<T> all, Consumer<T> what) {
        if (!all.isEmpty()) {
            what.accept(List.copyOf(all).get(pick % all.size()));
        }
    }

    private void item(Consumer<Item> what) {
        one(repo.items(), what);
    }

    private void pull(Consumer<Pull> what) {
        one(repo.pulls().toList(), what);
    }

    private void run(Consumer<Run> what) {
        one(repo.runs(), what);
    }

    private void milestone(Consumer<Milestone> what) {
        one(repo.milestones(), what);
    }

    private interface Of<A, B> {
        void on(A whole, B part);
    }

    private void comment(Of<Item, Comment> what) {
        item(item -> one(item.comments(), comment -> what.on(item, comment)));
    }

    private void review(Of<Pull, Review> what) {
        pull(pull -> one(pull.reviews(), review -> what.on(pull, review)));
    }

    private void lineComment(Of<Pull, ReviewComment> what) {
        pull(pull -> one(pull.reviewComments(), comment -> what.on(pull, comment)));
    }
}

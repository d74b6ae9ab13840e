package dev.pulsehub.simulator.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.MergeMethod;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.PullVerbs;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.ReviewComment;
import dev.pulsehub.simulator.world.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Verbs of pull requests. */
final class PullWords {

    private PullWords() {}

    static ObjectNode pulls(Repo repo, Asked asked) {
        if (asked.path().isEmpty()) {
            return open(repo, asked);
        }
        Pull pull = Asked.pull(repo, asked.part(0));
        PullVerbs verbs = asked.verbs().pulls();
        switch (asked.part(1)) {
            case "review" -> {
                return Words.numbered(pull.number(), review(verbs, pull, asked).id());
            }
            case "dismiss" ->
                verbs.dismiss(
                        pull,
                        review(pull, asked),
                        asked.actor(),
                        asked.text("message").orElse("Outdated"));
            case "edit-review" -> verbs.editReview(pull, review(pull, asked), asked.actor(), asked.required("body"));
            case "edit-line-comment" ->
                verbs.editReviewComment(pull, lineComment(pull, asked), asked.actor(), asked.required("body"));
            case "delete-line-comment" -> verbs.deleteReviewComment(pull, lineComment(pull, asked), asked.actor());
            case "ask-review" -> askReview(verbs, pull, asked);
            case "unask-review" -> verbs.unaskReview(pull, asked.actor(), asked.account(asked.required("reviewer")));
            case "ready" -> verbs.ready(pull, asked.actor());
            case "draft" -> verbs.draft(pull, asked.actor());
            case "merge" -> merge(verbs, pull, asked);
            case "enqueue" -> verbs.enqueue(pull, asked.actor());
            case "dequeue" -> verbs.dequeue(pull, asked.actor());
            case "push" ->
                verbs.push(
                        pull,
                        asked.author(),
                        commit(name(pull) + " " + pull.commits().size() + " " + asked.at(), pull.headSha(), asked));
            case "force-push" -> verbs.forcePush(pull, asked.author(), anew(pull, asked));
            case "retarget" -> verbs.retarget(pull, asked.actor(), asked.required("base"));
            case "link" -> verbs.link(pull, Asked.issue(repo, asked.required("issue")), asked.actor());
            default -> ItemWords.onItem(pull, asked);
        }
        return ItemWords.born(pull);
    }

    private static ObjectNode open(Repo repo, Asked asked) {
        String name = repo.fullName() + "#" + repo.nextNumber();
        List<Commit> commits = new ArrayList<>();
        String parent = Asked.sha(name + " base");
        for (int i = 0; i < Math.max(1, asked.amount("commits", 1)); i++) {
            commits.add(commit(name + " " + i, parent, asked));
            parent = commits.getLast().sha();
        }
        Pull.Branches branches = new Pull.Branches(
                asked.text("head").orElse("change-" + repo.nextNumber()),
                parent,
                asked.text("base").orElse(repo.profile().defaultBranch()),
                false);
        PullVerbs.Draught draught = new PullVerbs.Draught(
                asked.required("title"),
                asked.text("body"),
                asked.author(),
                asked.is("draft", false),
                branches,
                new Commit.Size(
                        asked.amount("additions", 10), asked.amount("deletions", 2), asked.amount("changed_files", 1)),
                commits);
        return ItemWords.born(asked.verbs().pulls().open(repo, draught, asked.list("labels")));
    }

    private static Review review(PullVerbs verbs, Pull pull, Asked asked) {
        return verbs.review(
                pull,
                asked.author(),
                asked.required("state").toUpperCase(Locale.ROOT),
                asked.text("body").orElse(""),
                asked.amount("comments", 0));
    }

    private static void askReview(PullVerbs verbs, Pull pull, Asked asked) {
        if (asked.text("team").isPresent()) {
            Team team = PeopleWords.team(asked, pull.repo().owner(), asked.required("team"));
            verbs.askReview(pull, asked.actor(), team);
        } else {
            verbs.askReview(pull, asked.actor(), asked.account(asked.required("reviewer")));
        }
    }

    /** By {@code method}: merge, squash or rebase; {@code queue} squashes as the merge queue. */
    private static void merge(PullVerbs verbs, Pull pull, Asked asked) {
        String sha = asked.text("sha").orElseGet(() -> Asked.sha("merge of " + name(pull) + " " + asked.at()));
        String method = asked.text("method").orElse("squash").toUpperCase(Locale.ROOT);
        if (method.equals("QUEUE") && !pull.queued()) {
            verbs.enqueue(pull, asked.actor());
        }
        verbs.merge(
                pull, asked.actor(), sha, method.equals("QUEUE") ? MergeMethod.SQUASH : MergeMethod.valueOf(method));
    }

    /** The same changes as new commits. */
    private static List<Commit> anew(Pull pull, Asked asked) {
        List<Commit> commits = new ArrayList<>();
        String parent = Asked.sha(name(pull) + " rebased " + asked.at());
        int count = asked.amount("commits", Math.max(1, pull.commits().size()));
        for (int i = 0; i < count; i++) {
            commits.add(commit(name(pull) + " again " + i + " " + asked.at(), parent, asked));
            parent = commits.getLast().sha();
        }
        return commits;
    }

    static Commit commit(String name, String parent, Asked asked) {
        Account author = asked.author();
        return new Commit(
                Asked.sha(name),
                java.util.Optional.of(author),
                author.name().orElse(author.login()),
                author.login() + "@users.example",
                asked.at(),
                asked.at(),
                asked.text("message").or(() -> asked.text("title")).orElse("Continue"),
                List.of(parent));
    }

    private static Review review(Pull pull, Asked asked) {
        long id = asked.body().path("review").asLong();
        return pull.reviews().stream()
                .filter(review -> review.id() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchThing("No review " + id + " of #" + pull.number()));
    }

    private static ReviewComment lineComment(Pull pull, Asked asked) {
        long id = asked.body().path("comment").asLong();
        return pull.reviewComments().stream()
                .filter(comment -> comment.id() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchThing("No line comment " + id + " on #" + pull.number()));
    }

    private static String name(Pull pull) {
        return pull.repo().fullName() + "#" + pull.number();
    }
}

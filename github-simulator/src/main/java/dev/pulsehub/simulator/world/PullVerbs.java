package dev.pulsehub.simulator.world;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is done to pull requests alone. */
public final class PullVerbs {

    private static final List<String> LINE_NOTES = List.of(
            "See line 7",
            "See line 8",
            "Could this be a constant?",
            "What if it is empty?",
            "This name says less than the one before.",
            "A test for this case would be good.",
            "Is this still needed?",
            "I would move this into its own method.");

    private final Moment moment;
    private final Verbs verbs;

    PullVerbs(Moment moment, Verbs verbs) {
        this.moment = moment;
        this.verbs = verbs;
    }

    /** How a pull request is born. */
    public record Draught(
            String title,
            Optional<String> body,
            Account author,
            boolean draft,
            Pull.Branches branches,
            Commit.Size size,
            List<Commit> commits) {

        public Draught {
            commits = List.copyOf(commits);
        }
    }

    public Pull open(Repo repo, Draught draught, List<String> labels) {
        long issueId = moment.nextId();
        Pull pull = new Pull(
                repo,
                moment.nextId(),
                issueId,
                repo.nextNumber(),
                draught.title(),
                draught.author().itself(),
                moment.now(),
                draught.branches());
        pull.draft(draught.draft());
        pull.body(draught.body().orElse(null));
        pull.size(
                draught.size().additions(),
                draught.size().deletions(),
                draught.size().files());
        pull.commits().addAll(draught.commits());
        repo.pushed(pull, draught.commits());
        labels.forEach(label -> pull.labels().add(moment.label(repo, label)));
        Closing.follow(pull);
        repo.add(pull);
        repo.touch(moment.now());
        moment.tell(pull, "opened", draught.author(), Change.Detail.NONE);
        return pull;
    }

    /** Reviews it; whoever was asked to is no longer asked. */
    public Review review(Pull pull, Account author, String state, String body, int lineComments) {
        if (!List.of("APPROVED", "CHANGES_REQUESTED", "COMMENTED").contains(state)) {
            throw new NotPossible("A review is APPROVED, CHANGES_REQUESTED or COMMENTED, not " + state);
        }
        Review review = new Review(moment.nextId(), author.itself(), state, body, moment.now(), pull.headSha(), false);
        pull.reviews().add(review);
        pull.asked().remove(author);
        pull.requestedTeams().removeIf(team -> team.members().containsKey(author));
        pull.touch(moment.now());
        String path = lineComments == 0 || pull.files().isEmpty()
                ? "README.md"
                : pull.files().getFirst().path();
        for (int i = 0; i < lineComments; i++) {
            ReviewComment comment = new ReviewComment(
                    moment.nextId(),
                    review.id(),
                    author.itself(),
                    LINE_NOTES.get(i % LINE_NOTES.size()),
                    path,
                    moment.now());
            pull.reviewComments().add(comment);
            moment.tell(new Change.ReviewCommentChanged(pull, comment, "created", author, Change.Detail.NONE));
        }
        moment.tell(new Change.ReviewChanged(pull, review, "submitted", author));
        return review;
    }

    public Review dismiss(Pull pull, Review review, Account by, String message) {
        if (!List.of("APPROVED", "CHANGES_REQUESTED").contains(review.state())) {
            throw new NotPossible("Only an approval or a request for changes can be dismissed");
        }
        Review dismissed = review.dismissed();
        pull.reviews().replaceAll(one -> one.id() == review.id() ? dismissed : one);
        moment.happened(pull, "review_dismissed", by, new Happening.Subject.OfReview(review, message));
        moment.tell(new Change.ReviewChanged(pull, dismissed, "dismissed", by));
        return dismissed;
    }

    public void editReview(Pull pull, Review review, Account by, String body) {
        Review edited = review.edited(body);
        pull.reviews().replaceAll(one -> one.id() == review.id() ? edited : one);
        pull.touch(moment.now());
        moment.tell(new Change.ReviewChanged(pull, edited, "edited", by));
    }

    public void editReviewComment(Pull pull, ReviewComment comment, Account by, String body) {
        ReviewComment edited = comment.edited(body, moment.now());
        pull.reviewComments().replaceAll(one -> one.id() == comment.id() ? edited : one);
        pull.touch(moment.now());
        moment.tell(new Change.ReviewCommentChanged(
                pull, edited, "edited", by, new Change.Detail.Edited("body", comment.body())));
    }

    /** Leaves {@code updated_at} as it was. */
    public void deleteReviewComment(Pull pull, ReviewComment comment, Account by) {
        pull.reviewComments().removeIf(one -> one.id() == comment.id());
        moment.tell(new Change.ReviewCommentChanged(pull, comment, "deleted", by, Change.Detail.NONE));
    }

    public void askReview(Pull pull, Account by, Account reviewer) {
        require(pull, Item::isOpen, "is closed");
        if (pull.author().filter(reviewer::equals).isPresent()) {
            throw new NotPossible("Review cannot be requested from pull request author.");
        }
        if (!pull.asked().contains(reviewer)) {
            pull.asked().add(reviewer);
            moment.happened(pull, "review_requested", by, new Happening.Subject.OfAccount(reviewer));
            moment.tell(pull, "review_requested", by, new Change.Detail.ReviewAsked(reviewer));
        }
    }

    public void askReview(Pull pull, Account by, Team team) {
        require(pull, Item::isOpen, "is closed");
        if (!pull.requestedTeams().contains(team)) {
            pull.requestedTeams().add(team);
            moment.happened(pull, "review_requested", by, new Happening.Subject.OfTeam(team));
            moment.tell(pull, "review_requested", by, new Change.Detail.TeamReviewAsked(team));
        }
    }

    public void unaskReview(Pull pull, Account by, Account reviewer) {
        if (!pull.asked().remove(reviewer)) {
            throw new NotPossible("Nobody asked " + reviewer.login() + " to review #" + pull.number());
        }
        moment.happened(pull, "review_request_removed", by, new Happening.Subject.OfAccount(reviewer));
        moment.tell(pull, "review_request_removed", by, new Change.Detail.ReviewAsked(reviewer));
    }

    public void ready(Pull pull, Account by) {
        require(pull, Pull::draft, "is no draft");
        pull.draft(false);
        moment.happened(pull, "ready_for_review", by);
        moment.tell(pull, "ready_for_review", by, Change.Detail.NONE);
    }

    public void draft(Pull pull, Account by) {
        require(pull, one -> !one.draft(), "is a draft already");
        pull.draft(true);
        moment.happened(pull, "convert_to_draft", by);
        moment.tell(pull, "converted_to_draft", by, Change.Detail.NONE);
    }

    public void push(Pull pull, Account by, Commit commit) {
        require(pull, Item::isOpen, "is closed");
        String before = pull.headSha();
        pull.commits().add(commit);
        pull.repo().pushed(pull, List.of(commit));
        grow(pull, commit.size());
        moved(pull, by, before, commit);
    }

    /** Replaces its commits, after a rebase for example. */
    public void forcePush(Pull pull, Account by, List<Commit> commits) {
        require(pull, Item::isOpen, "is closed");
        Optional<Commit> before = pull.commits().isEmpty()
                ? Optional.empty()
                : Optional.of(pull.commits().getLast());
        String sha = pull.headSha();
        pull.commits().clear();
        pull.commits().addAll(commits);
        pull.repo().pushed(pull, commits);
        moment.happened(
                pull,
                "head_ref_force_pushed",
                by,
                new Happening.Subject.Replaced(before, Optional.of(commits.getLast())));
        moved(pull, by, sha, commits.getLast());
    }

    private void moved(Pull pull, Account by, String before, Commit head) {
        pull.head(head.sha());
        pull.touch(moment.now());
        pull.repo().pushed(moment.now());
        moment.tell(pull, "synchronize", by, new Change.Detail.Pushed(before, head.sha()));
    }

    private static void grow(Pull pull, Commit.Size size) {
        pull.size(
                pull.additions() + size.additions(),
                pull.deletions() + size.deletions(),
                Math.max(pull.changedFiles(), size.files()));
    }

    /** Another base branch. */
    public void retarget(Pull pull, Account by, String base) {
        String before = pull.baseRef();
        pull.retarget(base);
        moment.happened(pull, "base_ref_changed", by, new Happening.Subject.Retargeted(before, base));
        moment.tell(pull, "edited", by, new Change.Detail.Edited("base", before));
    }

    /** Says that its merge closes an issue, without a word in its text. */
    public void link(Pull pull, Issue issue, Account by) {
        if (!pull.closes().contains(issue)) {
            pull.body(
                    pull.body().orElse(null)); // a text left to be written names what it closes; this link is not in it
            pull.closes().add(issue);
            moment.happened(pull, "connected", by, new Happening.Subject.OfIssue(issue));
        }
    }

    /** Puts it into the merge queue. */
    public void enqueue(Pull pull, Account by) {
        require(pull, one -> one.isOpen() && !one.draft() && !one.queued(), "cannot be queued");
        pull.queue(true);
        moment.happened(pull, "added_to_merge_queue", by);
        moment.tell(pull, "enqueued", by, Change.Detail.NONE);
    }

    /** Takes it out of the merge queue unmerged. */
    public void dequeue(Pull pull, Account by) {
        require(pull, Pull::queued, "is in no queue");
        pull.queue(false);
        moment.happened(pull, "removed_from_merge_queue", by);
        moment.tell(pull, "dequeued", by, Change.Detail.NONE);
    }

    public void merge(Pull pull, Account by, String mergeCommitSha) {
        merge(pull, by, mergeCommitSha, MergeMethod.SQUASH);
    }

    /** Merges it, and closes the issues it says it closes when it goes into the default branch. */
    public void merge(Pull pull, Account by, String mergeCommitSha, MergeMethod method) {
        require(pull, Item::isOpen, "is closed");
        require(pull, one -> !one.draft(), "is a draft and cannot be merged");
        boolean intoDefault = pull.baseRef().equals(pull.repo().profile().defaultBranch());
        String before = intoDefault ? method.append(pull, by, mergeCommitSha, moment.now()) : "";
        if (pull.queued()) {
            pull.queue(false);
            moment.happened(pull, "removed_from_merge_queue", by);
        }
        pull.merge(moment.now(), by, mergeCommitSha);
        pull.asked().clear();
        moment.happened(
                pull,
                "merged",
                by,
                new Happening.Subject.Ended(Optional.empty(), Optional.empty(), Optional.of(mergeCommitSha)));
        moment.happened(pull, "closed", by);
        pull.repo().pushed(moment.now());
        moment.tell(pull, "closed", by, Change.Detail.NONE);
        if (intoDefault) {
            pull.closes().stream()
                    .filter(Item::isOpen)
                    .forEach(issue -> verbs.close(issue, by, Optional.of("completed"), Optional.of(pull)));
            moment.tell(new Change.BranchPushed(
                    pull.repo(), pull.baseRef(), before, pull.repo().commits().getLast(), false, by));
        }
    }

    private static void require(Pull pull, Predicate<Pull> condition, String otherwise) {
        if (!condition.test(pull)) {
            throw new NotPossible("#" + pull.number() + " " + otherwise);
        }
    }
}

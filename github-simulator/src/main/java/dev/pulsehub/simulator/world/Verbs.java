package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people and machines do on GitHub, at one moment. Every verb stamps {@code updated_at} and the timeline. What
 * both issues and pull requests know is here; the rest is behind {@link #pulls()}, {@link #runs()} and their like.
 */
public final class Verbs {

    private static final List<String> REASONS = List.of("completed", "not_planned", "duplicate");

    private final Moment moment;
    private final Instant now;

    Verbs(World world, Instant now) {
        this.moment = new Moment(world, now);
        this.now = now;
    }

    public IssueVerbs issues() {
        return new IssueVerbs(moment);
    }

    public PullVerbs pulls() {
        return new PullVerbs(moment, this);
    }

    public RunVerbs runs() {
        return new RunVerbs(moment);
    }

    public RepoVerbs repos() {
        return new RepoVerbs(moment);
    }

    public PlanVerbs plans() {
        return new PlanVerbs(moment);
    }

    public DeploymentVerbs deployments() {
        return new DeploymentVerbs(moment);
    }

    public ProjectVerbs projects() {
        return new ProjectVerbs(moment);
    }

    public PeopleVerbs people() {
        return new PeopleVerbs(moment);
    }

    public Comment comment(Item item, Account author, String body) {
        Comment comment = new Comment(moment.nextId(), author.itself(), body, now);
        item.comments().add(comment);
        item.touch(now);
        moment.tell(new Change.CommentChanged(item, comment, "created", author, Change.Detail.NONE));
        return comment;
    }

    /** An edit of a comment touches the comment and its item. */
    public Comment editComment(Item item, Comment comment, Account by, String body) {
        Comment edited = comment.edited(body, now);
        item.comments().replaceAll(one -> one.id() == comment.id() ? edited : one);
        item.touch(now);
        moment.tell(new Change.CommentChanged(
                item, edited, "edited", by, new Change.Detail.Edited("body", comment.body())));
        return edited;
    }

    /** Leaves the item's {@code updated_at} as it was, as GitHub does: only a webhook or a count tells. */
    public void deleteComment(Item item, Comment comment, Account by) {
        item.comments().removeIf(one -> one.id() == comment.id());
        moment.tell(new Change.CommentChanged(item, comment, "deleted", by, Change.Detail.NONE));
    }

    public void close(Item item, Account by, Optional<String> reason) {
        close(item, by, reason, Optional.empty());
    }

    /** @param closer the pull request whose merge does it */
    void close(Item item, Account by, Optional<String> reason, Optional<Pull> closer) {
        if (!item.isOpen()) {
            throw new NotPossible("#" + item.number() + " is closed already");
        }
        String why = reason.orElse("completed");
        if (item instanceof Issue && !REASONS.contains(why)) {
            throw new NotPossible("An issue is closed for one of " + REASONS + ", not " + why);
        }
        item.close(now, by);
        Optional<String> told = item instanceof Issue ? Optional.of(why) : Optional.empty();
        moment.happened(
                item, "closed", by, new Happening.Subject.Ended(told, closer, closer.flatMap(Pull::mergeCommitSha)));
        if (item instanceof Issue issue) {
            issue.reason(why);
        }
        moment.tell(item, "closed", by, Change.Detail.NONE);
    }

    public void reopen(Item item, Account by) {
        if (item.isOpen() || item instanceof Pull pull && pull.mergedAt().isPresent()) {
            throw new NotPossible("#" + item.number() + " is open or merged and cannot be reopened");
        }
        item.reopen();
        moment.happened(item, "reopened", by);
        if (item instanceof Issue issue) {
            issue.reason("reopened");
        }
        moment.tell(item, "reopened", by, Change.Detail.NONE);
    }

    public void rename(Item item, Account by, String title) {
        String before = item.title();
        item.rename(title);
        moment.happened(item, "renamed", by, new Happening.Subject.Renamed(before, title));
        moment.tell(item, "edited", by, new Change.Detail.Renamed(before));
    }

    /** A new text of its own; the timeline does not tell of it. */
    public void editBody(Item item, Account by, String body) {
        String before = item.body().orElse("");
        item.body(body);
        if (item instanceof Pull pull) {
            Closing.follow(pull);
        }
        item.touch(now);
        moment.tell(item, "edited", by, new Change.Detail.Edited("body", before));
    }

    public void label(Item item, Account by, String name) {
        Label label = moment.label(item.repo(), name);
        if (item.labels().contains(label)) {
            return;
        }
        item.labels().add(label);
        moment.happened(item, "labeled", by, new Happening.Subject.OfLabel(label));
        moment.tell(item, "labeled", by, new Change.Detail.Labelled(label));
    }

    public void unlabel(Item item, Account by, String name) {
        Label label = item.labels().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotPossible("#" + item.number() + " has no label " + name));
        item.labels().remove(label);
        moment.happened(item, "unlabeled", by, new Happening.Subject.OfLabel(label));
        moment.tell(item, "unlabeled", by, new Change.Detail.Labelled(label));
    }

    public void assign(Item item, Account by, Account assignee) {
        if (item.assigned().contains(assignee)) {
            return;
        }
        item.assigned().add(assignee);
        moment.happened(item, "assigned", by, new Happening.Subject.OfAccount(assignee));
        moment.tell(item, "assigned", by, new Change.Detail.Assigned(assignee));
    }

    public void unassign(Item item, Account by, Account assignee) {
        if (!item.assigned().remove(assignee)) {
            throw new NotPossible(assignee.login() + " is not assigned to #" + item.number());
        }
        moment.happened(item, "unassigned", by, new Happening.Subject.OfAccount(assignee));
        moment.tell(item, "unassigned", by, new Change.Detail.Assigned(assignee));
    }

    public void lock(Item item, Account by, Optional<String> reason) {
        item.lock(true, reason.orElse(null));
        moment.happened(item, "locked", by);
        moment.tell(item, "locked", by, Change.Detail.NONE);
    }

    public void unlock(Item item, Account by) {
        item.lock(false, null);
        moment.happened(item, "unlocked", by);
        moment.tell(item, "unlocked", by, Change.Detail.NONE);
    }
}

package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts things into the world as they were recorded, with their own ids and moments, telling nobody. */
public final class Records {

    private final World world;

    public Records(World world) {
        this.world = world;
    }

    /** An id for something the record implies but does not hold. */
    public long impliedId() {
        return world.nextId();
    }

    /** New things get ids beyond all that were recorded. */
    public void keepIdsApart(Repo repo) {
        repo.runs().forEach(run -> {
            world.seen(run.id());
            world.seen(run.suiteId());
            run.jobs().forEach(job -> world.seen(job.id()));
        });
        repo.releases().forEach(release -> world.seen(release.id()));
        repo.deployments().forEach(deployment -> {
            world.seen(deployment.id());
            deployment.statuses().forEach(status -> world.seen(status.id()));
        });
        for (Item item : repo.items()) {
            world.seen(item.id());
            item.comments().forEach(comment -> world.seen(comment.id()));
            item.happenings().forEach(happening -> world.seen(happening.id()));
            if (item instanceof Pull pull) {
                world.seen(pull.issueId());
                pull.reviews().forEach(review -> world.seen(review.id()));
                pull.reviewComments().forEach(comment -> world.seen(comment.id()));
            }
        }
    }

    public void known(Repo repo, Label label) {
        repo.labelsByName().putIfAbsent(label.name(), label);
    }

    public void known(Repo repo, Milestone milestone) {
        repo.add(milestone);
    }

    public void known(Repo repo, Workflow workflow) {
        repo.workflowsByName().putIfAbsent(workflow.name(), workflow);
    }

    public Issue issue(
            Repo repo,
            long id,
            int number,
            String title,
            Optional<Account> author,
            Instant createdAt,
            Instant updatedAt) {
        Issue issue = new Issue(repo, id, number, title, author, createdAt);
        issue.setUpdatedAt(updatedAt);
        repo.add(issue);
        return issue;
    }

    public Pull pull(
            Repo repo,
            long id,
            long issueId,
            int number,
            String title,
            Optional<Account> author,
            Pull.Branches branches,
            Instant createdAt,
            Instant updatedAt) {
        Pull pull = new Pull(repo, id, issueId, number, title, author, createdAt, branches);
        pull.setUpdatedAt(updatedAt);
        repo.add(pull);
        return pull;
    }

    public void closed(Item item, Instant at, @Nullable Account by, @Nullable String reason) {
        item.close(at, by);
        if (item instanceof Issue issue) {
            issue.reason(reason);
        }
    }

    /** Who closed something that is closed. */
    public void closedBy(Item item, Instant at, Account by) {
        item.close(at, by);
    }

    public void merged(Pull pull, Instant at, @Nullable Account by, @Nullable String sha) {
        pull.merge(at, by, sha);
    }

    public void draft(Pull pull, boolean draft) {
        pull.draft(draft);
    }

    public void size(Pull pull, int additions, int deletions, int changedFiles) {
        pull.size(additions, deletions, changedFiles);
    }

    public void labelled(Item item, Label label) {
        item.repo().labelsByName().putIfAbsent(label.name(), label);
        item.labels().add(label);
    }

    public void planned(Item item, Milestone milestone) {
        item.repo().add(milestone);
        item.plan(milestone);
    }

    public Run run(
            Repo repo,
            long id,
            long suiteId,
            Workflow workflow,
            int runNumber,
            Run.Trigger trigger,
            Instant createdAt,
            Attempt attempt) {
        repo.workflowsByName().putIfAbsent(workflow.name(), workflow);
        Run run = new Run(repo, id, suiteId, workflow, runNumber, trigger, createdAt);
        run.attempt(attempt.number(), attempt.startedAt());
        run.state(attempt.status(), attempt.conclusion().orElse(null), attempt.updatedAt());
        repo.add(run);
        return run;
    }

    public void told(Item item, Optional<String> body) {
        item.body(body.orElse(null));
    }

    /** Who writes the texts that are not kept. */
    public void writtenBy(Repo repo, Prose author) {
        repo.writtenBy(author);
    }

    /** The repository's writer writes its text whenever it is asked for. */
    public void leftToProse(Item item) {
        item.leaveToProse();
    }

    /** A pull request whose text says that it closes an issue. */
    public void closes(Pull pull, Issue issue) {
        pull.closes().add(issue);
    }

    public void assigned(Item item, Account account) {
        item.assigned().add(account);
    }

    public void asked(Pull pull, Account reviewer) {
        pull.asked().add(reviewer);
    }

    public void known(Repo repo, Release release) {
        repo.add(release);
        if (!release.draft()) {
            repo.tags().putIfAbsent(release.tag(), release.target());
        }
    }

    public Deployment deployment(
            Repo repo, long id, Deployment.What what, Optional<Account> creator, Instant createdAt) {
        Deployment deployment = new Deployment(id, repo, what, creator, createdAt);
        repo.add(deployment);
        return deployment;
    }

    public void became(Deployment deployment, Deployment.Status status) {
        deployment.add(status);
    }

    /** A recorded run's latest attempt. */
    public record Attempt(
            int number, String status, Optional<String> conclusion, Instant startedAt, Instant updatedAt) {}
}

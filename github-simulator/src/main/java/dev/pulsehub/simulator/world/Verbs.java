package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What people and machines do on GitHub, at one moment. Every verb stamps {@code updated_at} and the timeline. */
public final class Verbs {

    private static final List<String> CONCLUSIONS =
            List.of("success", "failure", "cancelled", "skipped", "timed_out", "neutral", "action_required", "stale");

    private static final String NO_COMMIT = "0".repeat(40);

    private final World world;
    private final Instant now;

    Verbs(World world, Instant now) {
        this.world = world;
        this.now = now;
    }

    /** How a pull request is born. */
    public record Draught(
            String title,
            Account author,
            boolean draft,
            Pull.Branches branches,
            int additions,
            int deletions,
            int changedFiles,
            List<Commit> commits) {

        public Draught {
            commits = List.copyOf(commits);
        }
    }

    public Issue openIssue(Repo repo, String title, Account author, List<String> labels) {
        Issue issue = new Issue(repo, world.nextId(), repo.nextNumber(), title, Optional.of(author), now);
        labels.forEach(label -> issue.labels().add(label(repo, label)));
        repo.add(issue);
        repo.touch(now);
        world.tell(new Change.IssueChanged(issue, "opened", author, Change.Detail.NONE));
        return issue;
    }

    public Pull openPull(Repo repo, Draught draught, List<String> labels) {
        long issueId = world.nextId();
        Pull pull = new Pull(
                repo,
                world.nextId(),
                issueId,
                repo.nextNumber(),
                draught.title(),
                Optional.of(draught.author()),
                now,
                draught.branches());
        pull.draft(draught.draft());
        pull.size(draught.additions(), draught.deletions(), draught.changedFiles());
        pull.commits().addAll(draught.commits());
        labels.forEach(label -> pull.labels().add(label(repo, label)));
        repo.add(pull);
        repo.touch(now);
        world.tell(new Change.PullChanged(pull, "opened", draught.author(), Change.Detail.NONE));
        return pull;
    }

    public void comment(Item item, Account author, String body) {
        Comment comment = new Comment(world.nextId(), Optional.of(author), body, now);
        item.comments().add(comment);
        item.touch(now);
        world.tell(new Change.Commented(item, comment, author));
    }

    public Review review(Pull pull, Account author, String state, String body, int lineComments) {
        if (!List.of("APPROVED", "CHANGES_REQUESTED", "COMMENTED").contains(state)) {
            throw new NotPossible("A review is APPROVED, CHANGES_REQUESTED or COMMENTED, not " + state);
        }
        Review review = new Review(world.nextId(), Optional.of(author), state, body, now, pull.headSha(), false);
        pull.reviews().add(review);
        for (int i = 0; i < lineComments; i++) {
            pull.reviewComments()
                    .add(new ReviewComment(
                            world.nextId(),
                            review.id(),
                            Optional.of(author),
                            "See line " + (i + 7),
                            "src/main.rs",
                            now));
        }
        pull.touch(now);
        world.tell(new Change.ReviewSubmitted(pull, review, author));
        return review;
    }

    public void close(Item item, Account by, Optional<String> reason) {
        if (!item.isOpen()) {
            throw new NotPossible("#" + item.number() + " is closed already");
        }
        item.close(now, by);
        happened(item, "closed", by);
        if (item instanceof Issue issue) {
            issue.reason(reason.orElse("completed"));
        }
        tell(item, "closed", by, Change.Detail.NONE);
    }

    public void reopen(Item item, Account by) {
        if (item.isOpen() || item instanceof Pull pull && pull.mergedAt().isPresent()) {
            throw new NotPossible("#" + item.number() + " is open or merged and cannot be reopened");
        }
        item.reopen();
        happened(item, "reopened", by);
        if (item instanceof Issue issue) {
            issue.reason("reopened");
        }
        tell(item, "reopened", by, Change.Detail.NONE);
    }

    public void rename(Item item, Account by, String title) {
        String before = item.title();
        item.rename(title);
        happened(item, "renamed", by);
        tell(item, "edited", by, new Change.Detail.Renamed(before));
    }

    public void label(Item item, Account by, String name) {
        Label label = label(item.repo(), name);
        if (item.labels().contains(label)) {
            return;
        }
        item.labels().add(label);
        happened(item, "labeled", by, Optional.of(name));
        tell(item, "labeled", by, new Change.Detail.Labelled(label));
    }

    public void unlabel(Item item, Account by, String name) {
        Label label = item.labels().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotPossible("#" + item.number() + " has no label " + name));
        item.labels().remove(label);
        happened(item, "unlabeled", by, Optional.of(name));
        tell(item, "unlabeled", by, new Change.Detail.Labelled(label));
    }

    public void ready(Pull pull, Account by) {
        require(pull, Pull::draft, "is no draft");
        pull.draft(false);
        happened(pull, "ready_for_review", by);
        tell(pull, "ready_for_review", by, Change.Detail.NONE);
    }

    public void draft(Pull pull, Account by) {
        require(pull, one -> !one.draft(), "is a draft already");
        pull.draft(true);
        happened(pull, "convert_to_draft", by);
        tell(pull, "converted_to_draft", by, Change.Detail.NONE);
    }

    public void push(Pull pull, Account by, Commit commit) {
        require(pull, Item::isOpen, "is closed");
        String before = pull.headSha();
        pull.commits().add(commit);
        pull.head(commit.sha());
        pull.touch(now);
        pull.repo().pushed(now);
        tell(pull, "synchronize", by, new Change.Detail.Pushed(before, commit.sha()));
    }

    public void merge(Pull pull, Account by, String mergeCommitSha) {
        require(pull, Item::isOpen, "is closed");
        require(pull, one -> !one.draft(), "is a draft and cannot be merged");
        pull.merge(now, by, mergeCommitSha);
        happened(pull, "merged", by);
        happened(pull, "closed", by);
        List<Commit> branch = pull.repo().commits();
        String before = branch.isEmpty() ? NO_COMMIT : branch.getLast().sha();
        branch.add(new Commit(
                mergeCommitSha,
                Optional.of(by),
                by.name().orElse(by.login()),
                by.login() + "@users.example",
                now,
                now,
                pull.title() + " (#" + pull.number() + ")",
                List.of(pull.headSha())));
        pull.repo().pushed(now);
        tell(pull, "closed", by, Change.Detail.NONE);
        world.tell(new Change.BranchPushed(pull.repo(), before, branch.getLast(), by));
    }

    public Run startRun(Repo repo, Workflow workflow, Run.Trigger trigger) {
        int number = (int) repo.runs().stream()
                        .filter(run -> run.workflow().id() == workflow.id())
                        .count()
                + 1;
        Run run = new Run(repo, world.nextId(), workflow, number, trigger, now);
        repo.add(run);
        begin(run);
        return run;
    }

    public void complete(Run run, String conclusion) {
        if ("completed".equals(run.status())) {
            throw new NotPossible("Run " + run.id() + " is completed already");
        }
        if (!CONCLUSIONS.contains(conclusion)) {
            throw new NotPossible("A run ends in one of " + CONCLUSIONS + ", not " + conclusion);
        }
        run.state("completed", conclusion, now);
        int last = run.jobs().size() - 1; // the one that fails when one does
        for (int i = 0; i <= last; i++) {
            Job job = run.jobs().get(i);
            if (job.attempt() == run.attempt()) {
                run.jobs()
                        .set(i, job.completed("failure".equals(conclusion) && i < last ? "success" : conclusion, now));
            }
        }
        world.tell(new Change.RunChanged(run, "completed", sender(run)));
    }

    public void rerun(Run run) {
        if (!"completed".equals(run.status())) {
            throw new NotPossible("Run " + run.id() + " is not completed");
        }
        run.attempt(run.attempt() + 1, now);
        begin(run);
    }

    private void begin(Run run) {
        run.state("queued", null, now);
        world.tell(new Change.RunChanged(run, "requested", sender(run)));
        for (String name : List.of("build", "test")) {
            run.jobs()
                    .add(new Job(
                            world.nextId(),
                            name,
                            run.attempt(),
                            "in_progress",
                            Optional.empty(),
                            now,
                            Optional.empty()));
        }
        run.state("in_progress", null, now);
        world.tell(new Change.RunChanged(run, "in_progress", sender(run)));
    }

    /** The workflow of that name, made when it is new. */
    public Workflow workflow(Repo repo, String name) {
        return repo.workflowsByName()
                .computeIfAbsent(
                        name,
                        one -> new Workflow(
                                world.nextId(),
                                one,
                                ".github/workflows/"
                                        + one.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".yml"));
    }

    public Milestone milestone(Repo repo, String title, Optional<Instant> dueAt, boolean open) {
        int number = repo.milestones().size() + 1;
        Milestone milestone = new Milestone(
                world.nextId(), number, title, open, dueAt, now, now, open ? Optional.empty() : Optional.of(now));
        repo.add(milestone);
        return milestone;
    }

    /** Closes a milestone; what is planned for it stays so. */
    public void closeMilestone(Repo repo, Milestone milestone) {
        Milestone closed = new Milestone(
                milestone.id(),
                milestone.number(),
                milestone.title(),
                false,
                milestone.dueAt(),
                milestone.createdAt(),
                now,
                Optional.of(now));
        repo.add(closed);
        repo.items().stream()
                .filter(item -> item.milestone().filter(milestone::equals).isPresent())
                .forEach(item -> item.plan(closed));
    }

    public void plan(Item item, Milestone milestone) {
        item.plan(milestone);
        item.touch(now);
    }

    private Label label(Repo repo, String name) {
        return repo.labelsByName()
                .computeIfAbsent(
                        name, one -> new Label(world.nextId(), one, "%06x".formatted(one.hashCode() & 0xffffff)));
    }

    private Account sender(Run run) {
        return run.actor().orElse(run.repo().owner());
    }

    private void happened(Item item, String kind, Account actor) {
        happened(item, kind, actor, Optional.empty());
    }

    private void happened(Item item, String kind, Account actor, Optional<String> label) {
        item.happenings()
                .add(new Happening(world.nextId(), kind, now, Optional.of(actor), label, Optional.empty(), false));
        item.touch(now);
        item.repo().touch(now);
    }

    private void tell(Item item, String action, Account by, Change.Detail detail) {
        world.tell(
                switch (item) {
                    case Issue issue -> new Change.IssueChanged(issue, action, by, detail);
                    case Pull pull -> new Change.PullChanged(pull, action, by, detail);
                });
    }

    private static void require(Pull pull, Predicate<Pull> condition, String otherwise) {
        if (!condition.test(pull)) {
            throw new NotPossible("#" + pull.number() + " " + otherwise);
        }
    }
}

package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workflow run with its latest attempt. */
public final class Run {

    private final Repo repo;
    private final long id;
    private final Workflow workflow;
    private final int runNumber;
    private final String event;
    private final String branch;
    private final String headSha;
    private final Optional<Account> actor;
    private final Instant createdAt;
    private final long suiteId;
    private final String title;
    private final List<Job> jobs = new ArrayList<>(0);
    private final List<Attempt> earlier = new ArrayList<>(0);
    private @Nullable Account restartedBy;
    private int attempt = 1;
    private String status;
    private @Nullable String conclusion;
    private Instant runStartedAt;
    private Instant updatedAt;

    Run(Repo repo, long id, long suiteId, Workflow workflow, int runNumber, Trigger trigger, Instant createdAt) {
        this.repo = repo;
        this.id = id;
        this.workflow = workflow;
        this.runNumber = runNumber;
        this.event = trigger.event();
        this.branch = trigger.branch();
        this.headSha = trigger.headSha();
        this.actor = trigger.actor();
        this.title = trigger.title();
        this.suiteId = suiteId;
        this.createdAt = createdAt;
        this.runStartedAt = createdAt;
        this.updatedAt = createdAt;
        this.status = "queued";
    }

    /**
     * What started a run.
     *
     * @param title of the commit or pull request it runs for
     */
    public record Trigger(String event, String branch, String headSha, Optional<Account> actor, String title) {

        /** A run that goes by the name of its branch. */
        public Trigger(String event, String branch, String headSha, Optional<Account> actor) {
            this(event, branch, headSha, actor, branch);
        }
    }

    /**
     * One attempt, as it is or as it ended.
     *
     * @param actor who started or restarted it
     */
    public record Attempt(
            int number,
            String status,
            Optional<String> conclusion,
            Optional<Account> actor,
            Instant startedAt,
            Instant updatedAt) {}

    public Repo repo() {
        return repo;
    }

    public long id() {
        return id;
    }

    public Workflow workflow() {
        return workflow;
    }

    public int runNumber() {
        return runNumber;
    }

    public String event() {
        return event;
    }

    public String branch() {
        return branch;
    }

    public String headSha() {
        return headSha;
    }

    public Optional<Account> actor() {
        return Account.ifThere(actor);
    }

    /** What the list of runs prints as its headline. */
    public String title() {
        return title;
    }

    /** The check suite whose check runs are this run's jobs. */
    public long suiteId() {
        return suiteId;
    }

    /** Attempt of that number, from 1 to {@link #attempt()}; empty when it was not recorded. */
    public Optional<Attempt> attempt(int number) {
        return number == attempt
                ? Optional.of(new Attempt(attempt, status, conclusion(), triggeringActor(), runStartedAt, updatedAt))
                : earlier.stream().filter(one -> one.number() == number).findFirst();
    }

    /** Who started the latest attempt. */
    public Optional<Account> triggeringActor() {
        return restartedBy == null ? actor() : Account.ifThere(Optional.of(restartedBy));
    }

    /** Moment of the first attempt. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Jobs of all attempts, the first attempt's first. */
    public List<Job> jobs() {
        return jobs;
    }

    public int attempt() {
        return attempt;
    }

    public String status() {
        return status;
    }

    public Optional<String> conclusion() {
        return Optional.ofNullable(conclusion);
    }

    /** Moment this attempt began. */
    public Instant runStartedAt() {
        return runStartedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    void attempt(int number, Instant startedAt) {
        attempt = number;
        runStartedAt = startedAt;
    }

    void again(Account by, Instant at) {
        attempt(attempt).ifPresent(earlier::add);
        restartedBy = by;
        attempt(attempt + 1, at);
    }

    void state(String newStatus, @Nullable String newConclusion, Instant at) {
        status = newStatus;
        conclusion = newConclusion;
        updatedAt = at;
    }
}

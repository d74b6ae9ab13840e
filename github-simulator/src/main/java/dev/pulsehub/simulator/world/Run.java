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
    private final List<Job> jobs = new ArrayList<>();
    private int attempt = 1;
    private String status;
    private @Nullable String conclusion;
    private Instant runStartedAt;
    private Instant updatedAt;

    Run(Repo repo, long id, Workflow workflow, int runNumber, Trigger trigger, Instant createdAt) {
        this.repo = repo;
        this.id = id;
        this.workflow = workflow;
        this.runNumber = runNumber;
        this.event = trigger.event();
        this.branch = trigger.branch();
        this.headSha = trigger.headSha();
        this.actor = trigger.actor();
        this.createdAt = createdAt;
        this.runStartedAt = createdAt;
        this.updatedAt = createdAt;
        this.status = "queued";
    }

    /** What started a run. */
    public record Trigger(String event, String branch, String headSha, Optional<Account> actor) {}

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
        return actor;
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

    void state(String newStatus, @Nullable String newConclusion, Instant at) {
        status = newStatus;
        conclusion = newConclusion;
        updatedAt = at;
    }
}

package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A deployment and what became of it. Changed by {@link DeploymentVerbs} only. */
public final class Deployment {

    private final long id;
    private final Repo repo;
    private final String ref;
    private final String sha;
    private final String environment;
    private final Optional<Account> creator;
    private final Optional<Run> run;
    private final Instant createdAt;
    private final List<Status> statuses = new ArrayList<>();
    private Instant updatedAt;

    Deployment(long id, Repo repo, What what, Optional<Account> creator, Instant createdAt) {
        this.id = id;
        this.repo = repo;
        this.ref = what.ref();
        this.sha = what.sha();
        this.environment = what.environment();
        this.run = what.run();
        this.creator = creator;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /**
     * What is deployed where.
     *
     * @param ref branch, tag or commit asked for
     * @param sha the commit that was
     * @param run the workflow run that deploys, where one does
     */
    public record What(String ref, String sha, String environment, Optional<Run> run) {}

    /**
     * One step of it.
     *
     * @param state {@code queued}, {@code pending}, {@code in_progress}, {@code success}, {@code failure},
     *     {@code error} or {@code inactive}
     */
    public record Status(long id, String state, Optional<Account> creator, Instant createdAt) {

        @Override
        public Optional<Account> creator() {
            return Account.ifThere(creator);
        }
    }

    public long id() {
        return id;
    }

    public Repo repo() {
        return repo;
    }

    public String ref() {
        return ref;
    }

    public String sha() {
        return sha;
    }

    public String environment() {
        return environment;
    }

    public Optional<Account> creator() {
        return Account.ifThere(creator);
    }

    public Optional<Run> run() {
        return run;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** In the order they came. */
    public List<Status> statuses() {
        return statuses;
    }

    /** The last status' word; {@code pending} before the first. */
    public String state() {
        return statuses.isEmpty() ? "pending" : statuses.getLast().state();
    }

    void add(Status status) {
        statuses.add(status);
        updatedAt = status.createdAt();
    }
}

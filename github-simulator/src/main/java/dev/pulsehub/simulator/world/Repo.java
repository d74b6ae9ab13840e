package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A repository and everything in it. */
public final class Repo {

    private final long id;
    private final Account owner;
    private final String name;
    private final Profile profile;
    private final Instant createdAt;
    private final TreeMap<Integer, Item> items = new TreeMap<>();
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final TreeMap<Integer, Milestone> milestones = new TreeMap<>();
    private final Map<String, Workflow> workflows = new LinkedHashMap<>();
    private final TreeMap<Long, Run> runs = new TreeMap<>();
    private final List<Commit> commits = new ArrayList<>();
    private Instant updatedAt;
    private Instant pushedAt;

    Repo(long id, Account owner, String name, Profile profile, Instant createdAt) {
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.profile = profile;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.pushedAt = createdAt;
    }

    /** What a repository's front page says. */
    public record Profile(
            Optional<String> description,
            Optional<String> language,
            String defaultBranch,
            boolean isPrivate,
            boolean isFork,
            boolean isArchived,
            int stars,
            int forks) {}

    public long id() {
        return id;
    }

    public Account owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    public String fullName() {
        return owner.login() + "/" + name;
    }

    public Profile profile() {
        return profile;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Instant pushedAt() {
        return pushedAt;
    }

    /** Issues and pull requests, by number. */
    public Collection<Item> items() {
        return items.values();
    }

    public Stream<Issue> issues() {
        return items.values().stream().filter(Issue.class::isInstance).map(Issue.class::cast);
    }

    public Stream<Pull> pulls() {
        return items.values().stream().filter(Pull.class::isInstance).map(Pull.class::cast);
    }

    public Optional<Item> item(int number) {
        return Optional.ofNullable(items.get(number));
    }

    public Optional<Pull> pull(int number) {
        return item(number).filter(Pull.class::isInstance).map(Pull.class::cast);
    }

    public Optional<Issue> issue(int number) {
        return item(number).filter(Issue.class::isInstance).map(Issue.class::cast);
    }

    public Collection<Label> labels() {
        return labels.values();
    }

    public Collection<Milestone> milestones() {
        return milestones.values();
    }

    public Collection<Workflow> workflows() {
        return workflows.values();
    }

    /** Runs, oldest id first. */
    public Collection<Run> runs() {
        return runs.values();
    }

    public Optional<Run> run(long runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    /** Commits of the default branch, in the order they came. */
    public List<Commit> commits() {
        return commits;
    }

    /** The number the next issue or pull request gets. */
    public int nextNumber() {
        return items.isEmpty() ? 1 : items.lastKey() + 1;
    }

    void add(Item item) {
        items.put(item.number(), item);
    }

    void add(Run run) {
        runs.put(run.id(), run);
    }

    void add(Milestone milestone) {
        milestones.put(milestone.number(), milestone);
    }

    Map<String, Label> labelsByName() {
        return labels;
    }

    Map<String, Workflow> workflowsByName() {
        return workflows;
    }

    void pushed(Instant at) {
        pushedAt = at.isAfter(pushedAt) ? at : pushedAt;
        touch(at);
    }

    void touch(Instant at) {
        updatedAt = at.isAfter(updatedAt) ? at : updatedAt;
    }
}

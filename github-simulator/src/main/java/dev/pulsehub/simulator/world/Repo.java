package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A repository and everything in it. */
public final class Repo {

    private final long id;
    private final Instant createdAt;
    private final TreeMap<Integer, Item> items = new TreeMap<>();
    private final Map<Integer, Departure> departed = new HashMap<>();
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final TreeMap<Integer, Milestone> milestones = new TreeMap<>();
    private final Map<String, Workflow> workflows = new LinkedHashMap<>();
    private final TreeMap<Long, Run> runs = new TreeMap<>();
    private final List<Commit> commits = new ArrayList<>();
    private final Map<String, Commit> otherCommits = new LinkedHashMap<>();
    private final Map<String, String> branches = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final TreeMap<Long, Release> releases = new TreeMap<>();
    private final TreeMap<Long, Deployment> deployments = new TreeMap<>();
    private final List<Star> stars = new ArrayList<>();
    private final Map<String, Pull> openByBranch = new LinkedHashMap<>();
    private final Map<Long, Item> itemsById = new HashMap<>();
    private final Map<Long, Run> runsBySuite = new HashMap<>();
    private final Map<String, List<Run>> runsBySha = new HashMap<>();
    private final Map<Long, Integer> lastRunNumbers = new HashMap<>();
    private final Map<String, Pull> pullsBySha = new HashMap<>();
    private final Permissions permissions;
    private final Contributors contributors = new Contributors();
    private final CommitIndex branchIndex = new CommitIndex();
    private final Tally tally = new Tally();
    private Account owner;
    private String name;
    private Profile profile;
    private Instant updatedAt;
    private Instant pushedAt;
    private int lastNumber;
    private @Nullable Prose prose;
    private @Nullable Instant blockedAt;

    Repo(long id, Account owner, String name, Profile profile, Instant createdAt, Permissions permissions) {
        this.permissions = permissions;
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.profile = profile;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.pushedAt = createdAt;
    }

    /** How an author stands to the repository, as GitHub's {@code author_association} says it; none for ghosts. */
    public String association(Optional<Account> author) {
        return author.map(account -> permissions.association(account, this)).orElse("NONE");
    }

    boolean hasCommitOf(Account account) {
        return contributors.contains(commits, account);
    }

    /** When GitHub blocked it because of a copyright complaint; empty unless it did. */
    public Optional<Instant> blockedAt() {
        return Optional.ofNullable(blockedAt);
    }

    void block(@Nullable Instant at) {
        blockedAt = at;
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
            int forks) {

        Profile archived(boolean is) {
            return new Profile(description, language, defaultBranch, isPrivate, isFork, is, stars, forks);
        }

        Profile asPrivate(boolean is) {
            return new Profile(description, language, defaultBranch, is, isFork, isArchived, stars, forks);
        }

        Profile starred(int by) {
            return new Profile(
                    description,
                    language,
                    defaultBranch,
                    isPrivate,
                    isFork,
                    isArchived,
                    Math.max(0, stars + by),
                    forks);
        }

        Profile forked(int by) {
            return new Profile(
                    description,
                    language,
                    defaultBranch,
                    isPrivate,
                    isFork,
                    isArchived,
                    stars,
                    Math.max(0, forks + by));
        }
    }

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

    /** The open pull request from that branch. */
    public Optional<Pull> openPullOf(String branch) {
        return Optional.ofNullable(openByBranch.get(branch));
    }

    /** Who writes texts that nobody kept. */
    Optional<Prose> prose() {
        return Optional.ofNullable(prose);
    }

    void writtenBy(Prose author) {
        prose = author;
    }

    /** What became of an issue that is no longer here. */
    public Optional<Departure> departure(int number) {
        return Optional.ofNullable(departed.get(number));
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

    /** Runs on a commit, oldest first. */
    public List<Run> runsOn(String sha) {
        return List.copyOf(runsBySha.getOrDefault(sha, List.of()));
    }

    /** Commits of the default branch, in the order they came. */
    public List<Commit> commits() {
        return commits;
    }

    /** A commit of the default branch, of a pull request or pushed elsewhere. */
    public Optional<Commit> commit(String sha) {
        return branchIndex
                .find(commits, sha)
                .or(() -> Optional.ofNullable(otherCommits.get(sha)))
                .or(() -> Optional.ofNullable(pullsBySha.get(sha)).flatMap(pull -> commitOf(pull, sha)))
                .or(() -> pulls().flatMap(pull -> commitOf(pull, sha).stream()).findFirst());
    }

    private static Optional<Commit> commitOf(Pull pull, String sha) {
        return pull.commits().stream()
                .filter(commit -> commit.sha().equals(sha))
                .findFirst();
    }

    /** Where a commit is to be looked for first: only a hint, since commits may be taken away again. */
    void pushed(Pull pull, List<Commit> commits) {
        commits.forEach(commit -> pullsBySha.put(commit.sha(), pull));
    }

    /** A commit of the default branch. */
    public Optional<Commit> branchCommit(String sha) {
        return branchIndex.find(commits, sha);
    }

    /** An issue or a pull request by its own id. */
    public Optional<Item> itemById(long itemId) {
        return Optional.ofNullable(itemsById.get(itemId));
    }

    /** The run whose jobs a check suite holds. */
    public Optional<Run> runOfSuite(long suiteId) {
        return Optional.ofNullable(runsBySuite.get(suiteId));
    }

    /** Each branch's newest commit; the default branch first, heads of open pull requests last. */
    public Map<String, String> branches() {
        Map<String, String> all = new LinkedHashMap<>();
        if (!commits.isEmpty()) {
            all.put(profile.defaultBranch(), commits.getLast().sha());
        }
        branches.forEach(all::putIfAbsent);
        openByBranch.values().forEach(pull -> all.putIfAbsent(pull.headRef(), pull.headSha()));
        return all;
    }

    /** Each tag's commit. */
    public Map<String, String> tags() {
        return tags;
    }

    /** Releases, oldest id first. */
    public Collection<Release> releases() {
        return releases.values();
    }

    /** Deployments, oldest id first. */
    public Collection<Deployment> deployments() {
        return deployments.values();
    }

    public Optional<Deployment> deployment(long deploymentId) {
        return Optional.ofNullable(deployments.get(deploymentId));
    }

    /** Who starred it while somebody watched; those before are only a number in the profile. */
    public List<Star> stars() {
        return stars;
    }

    /** The number the next issue or pull request gets; numbers of deleted ones are not given again. */
    public int nextNumber() {
        return lastNumber + 1;
    }

    /** Open issues and pull requests. */
    public int openItems() {
        return tally.open();
    }

    /** How many open, or closed, issues and pull requests are planned for a milestone. */
    public int planned(Milestone milestone, boolean open) {
        return tally.planned(milestone.number(), open);
    }

    void add(Item item) {
        items.put(item.number(), item);
        itemsById.put(item.id(), item);
        tally.count(item, 1);
        if (item instanceof Pull pull) {
            index(pull);
        }
        lastNumber = Math.max(lastNumber, item.number());
    }

    private void index(Pull pull) {
        if (pull.isOpen()) {
            openByBranch.put(pull.headRef(), pull);
        } else {
            openByBranch.remove(pull.headRef(), pull);
        }
    }

    /** Changes something of an item that is counted by. */
    void recount(Item item, Runnable change) {
        boolean here = items.get(item.number()) == item;
        if (here) {
            tally.count(item, -1);
        }
        change.run();
        if (here && item instanceof Pull pull) {
            index(pull);
        }
        if (here) {
            tally.count(item, 1);
        }
    }

    void depart(Item item, Departure how) {
        tally.count(item, -1);
        items.remove(item.number());
        itemsById.remove(item.id());
        departed.put(item.number(), how);
    }

    void add(Run run) {
        runs.put(run.id(), run);
        runsBySuite.put(run.suiteId(), run);
        runsBySha.computeIfAbsent(run.headSha(), unknown -> new ArrayList<>(1)).add(run);
        lastRunNumbers.merge(run.workflow().id(), run.runNumber(), Math::max);
    }

    void remove(Run run) {
        runs.remove(run.id());
        runsBySuite.remove(run.suiteId());
        runsBySha.getOrDefault(run.headSha(), new ArrayList<>(1)).remove(run);
    }

    /** Numbers of deleted runs are not given again. */
    int lastRunNumber(Workflow workflow) {
        return lastRunNumbers.getOrDefault(workflow.id(), 0);
    }

    void add(Milestone milestone) {
        milestones.put(milestone.number(), milestone);
    }

    void remove(Milestone milestone) {
        milestones.remove(milestone.number());
    }

    void add(Release release) {
        releases.put(release.id(), release);
    }

    void remove(Release release) {
        releases.remove(release.id());
    }

    void add(Deployment deployment) {
        deployments.put(deployment.id(), deployment);
    }

    Map<String, String> branchHeads() {
        return branches;
    }

    Map<String, Commit> otherCommits() {
        return otherCommits;
    }

    Map<String, Label> labelsByName() {
        return labels;
    }

    Map<String, Workflow> workflowsByName() {
        return workflows;
    }

    void rename(Account newOwner, String newName) {
        owner = newOwner;
        name = newName;
    }

    void profile(UnaryOperator<Profile> change) {
        profile = change.apply(profile);
    }

    void pushed(Instant at) {
        pushedAt = at.isAfter(pushedAt) ? at : pushedAt;
        touch(at);
    }

    void touch(Instant at) {
        updatedAt = at.isAfter(updatedAt) ? at : updatedAt;
    }
}

package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All of the simulated GitHub. Readers share it through {@link #read}, a change has it alone through {@link #write};
 * listeners hear of a change while it still is alone, so that what they render is exactly that moment.
 */
public final class World {

    private static final long FIRST_ID = 3_000_000_001L; // beyond 32 bits, as GitHub's are

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final SimulatorClock clock;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<Long, Repo> repos = new LinkedHashMap<>();
    private final Map<String, Long> formerNames = new LinkedHashMap<>();
    private final Map<Long, Project> projects = new LinkedHashMap<>();
    private final Map<Account, Map<String, IssueType>> issueTypes = new LinkedHashMap<>();
    private final List<Consumer<Change>> listeners = new ArrayList<>();
    private final Permissions permissions = new Permissions();
    private long lastId = FIRST_ID;
    private long nextAccountId = 250_000_001; // account ids still fit GraphQL's Int

    public World(SimulatorClock clock) {
        this.clock = clock;
    }

    public SimulatorClock clock() {
        return clock;
    }

    public <T> T read(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    public <T> T write(Supplier<T> change) {
        lock.writeLock().lock();
        try {
            return change.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Hears of every change from now on. */
    public void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    void tell(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    void seen(long id) {
        lastId = Math.max(lastId, id);
    }

    long nextId() {
        return ++lastId;
    }

    public Permissions permissions() {
        return permissions;
    }

    public Collection<Account> accounts() {
        return accounts.values();
    }

    public Optional<Account> account(String login) {
        return Optional.ofNullable(accounts.get(login.toLowerCase(Locale.ROOT)));
    }

    public Account add(Account account) {
        return accounts.computeIfAbsent(account.login().toLowerCase(Locale.ROOT), login -> account);
    }

    /** By id, which a renaming leaves. */
    public Optional<Account> account(long id) {
        return accounts.values().stream().filter(account -> account.id() == id).findFirst();
    }

    void rename(Account account, String login) {
        accounts.remove(account.login().toLowerCase(Locale.ROOT));
        account.rename(login);
        accounts.put(login.toLowerCase(Locale.ROOT), account);
    }

    void remove(Account account) {
        accounts.remove(account.login().toLowerCase(Locale.ROOT));
        account.vanish();
        permissions.forget(account);
    }

    /** Somebody new. */
    public Account join(String login, String type, Optional<String> name) {
        if (!List.of("User", "Bot", "Organization").contains(type)) {
            throw new NotPossible("An account is a User, a Bot or an Organization, not " + type);
        }
        return add(new Account(nextAccountId++, login, type, name));
    }

    public Collection<Repo> repos() {
        return repos.values();
    }

    public Optional<Repo> repo(String owner, String name) {
        return repos.values().stream()
                .filter(repo -> repo.owner().login().equalsIgnoreCase(owner)
                        && repo.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public Optional<Repo> repo(long id) {
        return Optional.ofNullable(repos.get(id));
    }

    public Repo addRepo(long id, Account owner, String name, Repo.Profile profile, Instant createdAt) {
        Repo repo = new Repo(id, owner, name, profile, createdAt, permissions);
        repos.put(id, repo);
        return repo;
    }

    /** The repository that had this name before it was renamed or transferred, unless another has it now. */
    public Optional<Repo> formerly(String owner, String name) {
        return repo(owner, name).isPresent()
                ? Optional.empty()
                : Optional.ofNullable(formerNames.get(key(owner, name))).flatMap(this::repo);
    }

    void moved(String owner, String name, Repo repo) {
        formerNames.put(key(owner, name), repo.id());
    }

    void remove(Repo repo) {
        repos.remove(repo.id());
    }

    private static String key(String owner, String name) {
        return (owner + "/" + name).toLowerCase(Locale.ROOT);
    }

    public Collection<Project> projects() {
        return projects.values();
    }

    public List<Project> projectsOf(Account owner) {
        return projects.values().stream()
                .filter(project -> project.owner().equals(owner))
                .toList();
    }

    void add(Project project) {
        projects.put(project.id(), project);
    }

    void remove(Project project) {
        projects.remove(project.id());
    }

    /** The kinds of issues an organization has, in the order they were first used. */
    public List<IssueType> issueTypes(Account organization) {
        return List.copyOf(issueTypes.getOrDefault(organization, Map.of()).values());
    }

    Map<String, IssueType> typesOf(Account organization) {
        return issueTypes.computeIfAbsent(organization, unknown -> new LinkedHashMap<>());
    }

    /** The verbs, each stamping the given moment. Call inside {@link #write}. */
    public Verbs at(Instant moment) {
        return new Verbs(this, moment);
    }
}

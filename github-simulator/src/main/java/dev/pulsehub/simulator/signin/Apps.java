package dev.pulsehub.simulator.signin;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.NotPossible;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The apps people can sign in to, and where GitHub Apps are installed. Thread-safe. */
public final class Apps {

    private static final long FIRST_ID = 900_001;
    private static final long FIRST_BOT = 240_000_001; // beside the accounts of the world
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final World world;
    private final Tokens tokens;
    private final Map<String, App> byClientId = new ConcurrentHashMap<>();
    private final Set<String> suspended = ConcurrentHashMap.newKeySet();
    private final Map<Long, Installation> installations = new ConcurrentHashMap<>();
    private final List<Consumer<News>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong lastInstallation = new AtomicLong(60_000_000);

    public Apps(World world, Tokens tokens) {
        this.world = world;
        this.tokens = tokens;
    }

    /**
     * What an app's hook is told of an installation.
     *
     * @param event {@code installation} or {@code installation_repositories}
     * @param added repositories that came to it, for the latter event
     * @param removed repositories that left it
     */
    public record News(
            Installation installation,
            String event,
            String action,
            Account sender,
            List<Repo> added,
            List<Repo> removed) {

        public News {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    public void listen(Consumer<News> listener) {
        listeners.add(listener);
    }

    public void register(OAuthApp app) {
        byClientId.put(app.clientId(), app);
    }

    /** Registers a GitHub App, installed nowhere yet. */
    public GitHubApp register(GitHubApp.Settings settings, Account owner) {
        int before = gitHubApps().size();
        Account bot = world.write(() -> world.add(
                new Account(FIRST_BOT + before, settings.slug() + "[bot]", "Bot", Optional.of(settings.slug()))));
        GitHubApp app = new GitHubApp(
                FIRST_ID + before,
                settings.slug(),
                settings.clientId(),
                settings.clientSecret(),
                settings.callback(),
                owner,
                bot,
                settings.key(),
                settings.permissions(),
                settings.events(),
                now());
        byClientId.put(app.clientId(), app);
        return app;
    }

    public Optional<App> app(String clientId) {
        return Optional.ofNullable(byClientId.get(clientId));
    }

    Optional<App> app(String clientId, String secret) {
        return app(clientId).filter(app -> app.clientSecret().equals(secret));
    }

    public List<GitHubApp> gitHubApps() {
        return byClientId.values().stream()
                .filter(GitHubApp.class::isInstance)
                .map(GitHubApp.class::cast)
                .toList();
    }

    public Optional<GitHubApp> bySlug(String slug) {
        return gitHubApps().stream().filter(app -> app.slug().equals(slug)).findFirst();
    }

    /** By what an assertion's issuer may be: its id, or its client id. */
    Optional<GitHubApp> byIssuer(String issuer) {
        return gitHubApps().stream()
                .filter(app ->
                        app.clientId().equals(issuer) || Long.toString(app.id()).equals(issuer))
                .findFirst();
    }

    /** GitHub stops an app, or lets it go on: nobody can sign in to it meanwhile. */
    public void suspend(String clientId, boolean stopped) {
        if (stopped) {
            suspended.add(clientId);
        } else {
            suspended.remove(clientId);
        }
    }

    boolean isSuspended(App app) {
        return suspended.contains(app.clientId());
    }

    public List<Installation> installations(GitHubApp app) {
        return installations.values().stream()
                .filter(one -> one.app().equals(app))
                .sorted(java.util.Comparator.comparingLong(Installation::id))
                .toList();
    }

    public Optional<Installation> installation(long id) {
        return Optional.ofNullable(installations.get(id));
    }

    public Optional<Installation> installation(GitHubApp app, Account account) {
        return installations(app).stream()
                .filter(one -> one.account().equals(account))
                .findFirst();
    }

    public Optional<Installation> installation(GitHubApp app, Repo repo) {
        return installations(app).stream().filter(one -> one.includes(repo)).findFirst();
    }

    public Installation install(GitHubApp app, Account account, Installation.Selection selection, Account sender) {
        if (installation(app, account).isPresent()) {
            throw new NotPossible(app.slug() + " is installed with " + account.login() + " already");
        }
        Installation installation =
                new Installation(lastInstallation.incrementAndGet(), app, account, selection, now());
        installations.put(installation.id(), installation);
        tell(new News(installation, "installation", "created", sender, List.of(), List.of()));
        return installation;
    }

    /** Its tokens end at once. */
    public void uninstall(Installation installation, Account sender) {
        installations.remove(installation.id());
        tokens.removeIf(access -> isOf(access, installation));
        tell(new News(installation, "installation", "deleted", sender, List.of(), List.of()));
    }

    /** Its tokens open nothing while it is suspended, and no new ones are given. */
    public void suspend(Installation installation, boolean stopped, Account sender) {
        installation.suspend(stopped ? now() : null, now());
        tell(new News(installation, "installation", stopped ? "suspend" : "unsuspend", sender, List.of(), List.of()));
    }

    /** Gives it all of the account's repositories, or just these. */
    public void select(Installation installation, Installation.Selection selection, Account sender) {
        List<Repo> before = repos(installation);
        installation.select(selection, now());
        List<Repo> after = repos(installation);
        List<Repo> added = after.stream().filter(repo -> !before.contains(repo)).toList();
        List<Repo> removed =
                before.stream().filter(repo -> !after.contains(repo)).toList();
        if (!added.isEmpty()) {
            tell(new News(installation, "installation_repositories", "added", sender, added, List.of()));
        }
        if (!removed.isEmpty()) {
            tell(new News(installation, "installation_repositories", "removed", sender, List.of(), removed));
        }
    }

    public List<Repo> repos(Installation installation) {
        return world.read(
                () -> world.repos().stream().filter(installation::includes).toList());
    }

    /**
     * A token for an hour.
     *
     * @param only ids of repositories; empty for all the installation has
     */
    public Issued issue(Installation installation, Set<Long> only, Map<String, String> permissions) {
        Instant end = now().plus(TOKEN_LIFETIME);
        String token = "ghs_" + Secrets.text(36);
        tokens.put(
                token,
                new Access(
                        Access.Kind.INSTALLATION,
                        installation.app().bot(),
                        "",
                        installation.app().clientId(),
                        new Reach.Installed(installation, only, permissions),
                        Optional.of(end)));
        return new Issued(token, end);
    }

    /** A token and when it ends. */
    public record Issued(String token, Instant until) {}

    private static boolean isOf(Access access, Installation installation) {
        return access.reach() instanceof Reach.Installed installed
                && installed.installation().equals(installation);
    }

    private void tell(News news) {
        listeners.forEach(listener -> listener.accept(news));
    }

    private Instant now() {
        return world.clock().instant();
    }
}

package dev.pulsehub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.pulsehub.simulator.dataset.DatasetLoader;
import dev.pulsehub.simulator.demo.Demo;
import dev.pulsehub.simulator.generator.Generator;
import dev.pulsehub.simulator.generator.WorldSize;
import dev.pulsehub.simulator.hook.Hook;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.simulator.http.AppNews;
import dev.pulsehub.simulator.http.Budgets;
import dev.pulsehub.simulator.http.Commands;
import dev.pulsehub.simulator.http.CostModel;
import dev.pulsehub.simulator.http.Faults;
import dev.pulsehub.simulator.http.Journal;
import dev.pulsehub.simulator.http.Payloads;
import dev.pulsehub.simulator.http.RequestLog;
import dev.pulsehub.simulator.http.Secondary;
import dev.pulsehub.simulator.http.Servers;
import dev.pulsehub.simulator.rest.Shapes;
import dev.pulsehub.simulator.script.Script;
import dev.pulsehub.simulator.signin.Access;
import dev.pulsehub.simulator.signin.Apps;
import dev.pulsehub.simulator.signin.GitHubApp;
import dev.pulsehub.simulator.signin.Installation;
import dev.pulsehub.simulator.signin.OAuthApp;
import dev.pulsehub.simulator.signin.SignIn;
import dev.pulsehub.simulator.signin.Tokens;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.SimulatorClock;
import dev.pulsehub.simulator.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A running GitHub: one address for its API, one to change it. Stops with {@link #close()}. */
public final class Simulator implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(Simulator.class.getName());

    private final World world;
    private final Commands commands;
    private final Webhooks webhooks;
    private final RequestLog requests;
    private final Faults faults;
    private final CostModel costs;
    private final Budgets budgets;
    private final Servers servers;
    private final String token;
    private final Tokens tokens;
    private final Apps apps;
    private final Secondary secondary;
    private final Optional<Path> countsFile;
    private final Story story;

    private Simulator(Builder settings) {
        world = new World(new SimulatorClock(settings.clock));
        requests = new RequestLog(world.clock());
        faults = new Faults(world.clock());
        costs = new CostModel(settings.profile, settings.pace);
        budgets = new Budgets(world.clock(), settings.limit);
        token = settings.token;
        tokens = new Tokens(world.clock());
        secondary = new Secondary(world.clock(), settings.secondary);
        countsFile = Optional.ofNullable(settings.counts);
        List<Commands.Command> done = settings.journal == null ? List.of() : new Journal(settings.journal).read();
        world.clock().advance(Commands.ahead(done));
        Script script = new Script();
        Account owner = populate(settings, script);
        world.permissions().root(owner);
        tokens.put(token, Access.personal(owner));
        apps = new Apps(world, tokens);
        settings.apps.forEach(apps::register);
        story = new Story(world, script);
        commands = new Commands(world, owner, story::playUntil);
        story.doAgain(done, commands);
        story.playUntil(world.clock().instant());
        HttpServer api = Servers.bind(settings.port);
        String url = "http://localhost:" + api.getAddress().getPort();
        Shapes shapes = new Shapes(url, settings.webUrl == null ? url : settings.webUrl);
        shapes.pageIssuesByNumber(settings.issuesByNumber);
        webhooks = new Webhooks(
                new Payloads(shapes)::of, (app, change) -> AppNews.installation(apps, app, change), world.clock());
        world.listen(webhooks);
        if (settings.journal != null) {
            Journal journal = new Journal(settings.journal);
            commands.record(journal::append);
        }
        servers = Servers.start(
                api,
                settings.adminPort,
                new Servers.Parts(
                        world,
                        commands,
                        webhooks,
                        requests,
                        faults,
                        tokens,
                        apps,
                        new SignIn(world, apps, tokens, shapes.accounts()::user, url),
                        budgets,
                        secondary,
                        costs),
                shapes);
        if (settings.webhook != null) {
            webhooks.sendTo(settings.webhook);
        }
        apps.listen(new AppNews(apps, webhooks, shapes));
        settings.gitHubApps.forEach(this::register);
        story.begin();
        story.every(5, this::writeCounts);
    }

    private void writeCounts() {
        countsFile.ifPresent(file -> {
            try {
                Files.write(file, new ObjectMapper().writeValueAsBytes(requests.minutes()));
            } catch (IOException e) {
                LOGGER.log(System.Logger.Level.WARNING, "Cannot write {0}: {1}", file, e.getMessage());
            }
        });
    }

    /** Who owns the world's things and the token. */
    private Account populate(Builder settings, Script script) {
        Instant now = world.clock().instant();
        if (!settings.datasets.isEmpty()) {
            DatasetLoader loader = new DatasetLoader(world);
            List<Repo> repos = settings.datasets.stream().map(loader::load).toList();
            return repos.getFirst().owner();
        }
        if (settings.size != null) {
            Generator generator = new Generator(
                    world, script, settings.seed, settings.size, settings.until == null ? now : settings.until);
            generator.generate();
            return generator.owner();
        }
        if (!settings.demo) {
            return world.write(() -> world.add(new Account(1, "owner", "User", Optional.of("Owner"))));
        }
        LocalDate firstDay = settings.firstDay == null
                ? LocalDate.ofInstant(now, ZoneOffset.UTC).minusMonths(18)
                : settings.firstDay;
        Demo demo = new Demo(world, settings.seed, firstDay, settings.scale);
        demo.write(script, now);
        return demo.owner();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Base of the REST API and, with {@code /graphql}, of GraphQL. */
    public String url() {
        return servers.apiUrl();
    }

    /** Base of the API that changes the world. */
    public String adminUrl() {
        return servers.adminUrl();
    }

    /** Method and template of each REST route, a star for each part that varies. */
    public List<String> restRoutes() {
        return servers.restRoutes();
    }

    /** The demo owner's token. */
    public String token() {
        return token;
    }

    /** Whom the token belongs to. */
    public Account owner() {
        return tokens.find(token)
                .map(Access::account)
                .orElseThrow(() -> new IllegalStateException("the token belongs to nobody"));
    }

    /** Logins whose repositories are served. */
    public List<String> repositoryOwners() {
        return world.read(() -> world.repos().stream()
                .map(repo -> repo.owner().login())
                .distinct()
                .toList());
    }

    public World world() {
        return world;
    }

    public RequestLog requests() {
        return requests;
    }

    /** How long GitHub takes, and what it gives up on. */
    public CostModel costs() {
        return costs;
    }

    public Faults faults() {
        return faults;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    /** Gives every token this many requests, and points, an hour, none of them used. */
    public void limit(int requestsPerHour) {
        budgets.limit(requestsPerHour);
    }

    /** Lets somebody else in. */
    public void addToken(String newToken, Account account) {
        tokens.put(newToken, Access.personal(account));
    }

    /** Lets somebody in with a classic token of these scopes, with commas between them. */
    public void addToken(String newToken, Account account, String scopes) {
        tokens.put(newToken, Access.personal(account, scopes));
    }

    /** How many live tokens somebody has, their own and those of apps. */
    public long tokensOf(String login) {
        return tokens.count(access -> access.account().login().equals(login));
    }

    /** Lets people sign in to one more app. */
    public void register(OAuthApp app) {
        apps.register(app);
    }

    /** Registers a GitHub App, with its hook where it has one, and installs it with everybody who owns a repository. */
    public GitHubApp register(AppSettings settings) {
        GitHubApp app = apps.register(settings.app(), owner());
        settings.hook().ifPresent(hook -> {
            Instant now = world.clock().instant();
            webhooks.register(new Hook(
                    webhooks.nextId(),
                    Hook.OF_APP,
                    app.id(),
                    hook.url(),
                    Optional.of(hook.secret()),
                    app.events(),
                    false,
                    true,
                    now,
                    now));
        });
        world.read(() -> world.repos().stream().map(Repo::owner).distinct().toList())
                .forEach(account -> apps.install(app, account, Installation.Selection.everything(), account));
        return app;
    }

    /** A GitHub App to be registered, and where its own hook tells of events. */
    public record AppSettings(GitHubApp.Settings app, Optional<Webhooks.Target> hook) {}

    public Apps apps() {
        return apps;
    }

    public Secondary secondaryLimits() {
        return secondary;
    }

    /** How a used-up limit is told. */
    public void refuseBy(Budgets.Refusal refusal) {
        budgets.refusal(refusal);
    }

    /** Does what a POST of this path and body to the admin API does. */
    public ObjectNode change(String path, JsonNode body) {
        List<String> parts = new ArrayList<>(List.of(path.replaceFirst("^/", "").split("/", -1)));
        if (parts.getFirst().equals("repos")) {
            parts.removeFirst();
        }
        return commands.run(parts, body);
    }

    @Override
    public void close() {
        story.close();
        writeCounts();
        webhooks.close();
        servers.close();
    }

    /** What a simulator is started with. */
    public static final class Builder {

        private Clock clock = Clock.systemUTC();
        private int port;
        private int adminPort;
        private int limit = 5000;
        private boolean demo = true;
        private @Nullable WorldSize size;
        private @Nullable Instant until;
        private CostModel.Profile profile = CostModel.Profile.CALM;
        private double pace;
        private long seed = 20_260_101;
        private double scale = 1;
        private String token = "ghp_demo_owner_token";
        private @Nullable String webUrl;
        private @Nullable LocalDate firstDay;
        private @Nullable Path journal;
        private Webhooks.@Nullable Target webhook;
        private List<Path> datasets = List.of();
        private final List<OAuthApp> apps = new ArrayList<>();
        private final List<AppSettings> gitHubApps = new ArrayList<>();
        private Optional<Secondary.Rules> secondary = Optional.empty();
        private @Nullable Path counts;
        private boolean issuesByNumber;

        private Builder() {}

        public Builder clock(Clock machine) {
            clock = machine;
            return this;
        }

        /** Port of the API; 0, the default, takes a free one. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** Port of the admin API; 0, the default, takes a free one. */
        public Builder adminPort(int number) {
            adminPort = number;
            return this;
        }

        /** Requests and points each token has an hour; 5,000 as GitHub's. */
        public Builder limit(int requestsPerHour) {
            limit = requestsPerHour;
            return this;
        }

        /**
         * How busy GitHub is, calm unless said, and how much of the time its answers take really passes, from 0, the
         * default, to 1.
         */
        public Builder profile(CostModel.Profile how, double share) {
            profile = how;
            pace = share;
            return this;
        }

        /** No demo organisation: an empty world with the user {@code owner}. */
        public Builder empty() {
            demo = false;
            return this;
        }

        public Builder seed(long number) {
            seed = number;
            return this;
        }

        /** Share of the demo's size: 1 for about 7,000 issues and pull requests. */
        public Builder scale(double share) {
            scale = share;
            return this;
        }

        /** A generated world of that size instead of the demo. */
        public Builder generated(WorldSize ofThatSize) {
            size = ofThatSize;
            return this;
        }

        /** Last moment of a generated world's story; now unless given. */
        public Builder until(Instant moment) {
            until = moment;
            return this;
        }

        /** First day of the demo's story; 18 months ago unless given. */
        public Builder firstDay(LocalDate day) {
            firstDay = day;
            return this;
        }

        public Builder token(String text) {
            token = text;
            return this;
        }

        /** Base of the links to pages; the API's own address unless given. */
        public Builder webUrl(String url) {
            webUrl = url;
            return this;
        }

        /** Repositories from folders instead of the demo. */
        public Builder datasets(List<Path> folders) {
            datasets = List.copyOf(folders);
            return this;
        }

        /** File in which changes are kept, and from which they are done again at the next start. */
        public Builder journal(Path file) {
            journal = file;
            return this;
        }

        /** An OAuth app people can sign in to. */
        public Builder oauthApp(String clientId, String clientSecret, String callbackUrl) {
            apps.add(new OAuthApp(clientId, clientSecret, URI.create(callbackUrl)));
            return this;
        }

        /** A GitHub App, installed with everybody who owns a repository. */
        public Builder gitHubApp(GitHubApp.Settings app, Optional<Webhooks.Target> hook) {
            gitHubApps.add(new AppSettings(app, hook));
            return this;
        }

        /** Holds everybody to secondary limits too; without this there are none. */
        public Builder secondaryLimits(Secondary.Rules rules) {
            secondary = Optional.of(rules);
            return this;
        }

        /**
         * Pages the issues list by number, with {@code rel=last}, as GitHub Enterprise does; by cursor without this.
         */
        public Builder issuesByNumber(boolean byNumber) {
            issuesByNumber = byNumber;
            return this;
        }

        /** File that gets, every few seconds and at the end, what was asked minute by minute, as JSON. */
        public Builder countsFile(Path file) {
            counts = file;
            return this;
        }

        public Builder webhook(String url, String secret) {
            webhook = new Webhooks.Target(url, secret);
            return this;
        }

        public Simulator start() {
            return new Simulator(this);
        }
    }
}

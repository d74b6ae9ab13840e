package dev.pulsehub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.pulsehub.simulator.dataset.DatasetLoader;
import dev.pulsehub.simulator.demo.Demo;
import dev.pulsehub.simulator.demo.Script;
import dev.pulsehub.simulator.http.Commands;
import dev.pulsehub.simulator.http.Faults;
import dev.pulsehub.simulator.http.Journal;
import dev.pulsehub.simulator.http.RequestLog;
import dev.pulsehub.simulator.http.Servers;
import dev.pulsehub.simulator.http.Webhooks;
import dev.pulsehub.simulator.rest.Shapes;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.SimulatorClock;
import dev.pulsehub.simulator.world.World;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running GitHub: one address for its API, one to change it. Stops with {@link #close()}. */
public final class Simulator implements AutoCloseable {

    private final World world;
    private final Commands commands;
    private final Webhooks webhooks;
    private final RequestLog requests;
    private final Faults faults;
    private final Servers servers;
    private final String token;
    private final Map<String, Account> tokens;
    private final ScheduledExecutorService stage = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("script").factory());

    private Simulator(Builder settings) {
        world = new World(new SimulatorClock(settings.clock));
        commands = new Commands(world);
        requests = new RequestLog();
        faults = new Faults();
        token = settings.token;
        tokens = new ConcurrentHashMap<>();
        Script script = populate(settings);
        HttpServer api = Servers.bind(settings.port);
        String url = "http://localhost:" + api.getAddress().getPort();
        Shapes shapes = new Shapes(url, settings.webUrl == null ? url : settings.webUrl);
        webhooks = new Webhooks(shapes);
        world.listen(webhooks);
        if (settings.journal != null) {
            Journal journal = new Journal(settings.journal);
            commands.record(journal::append);
        }
        servers = Servers.start(
                api,
                settings.adminPort,
                new Servers.Parts(world, commands, webhooks, requests, faults, tokens, settings.limit),
                shapes);
        if (settings.webhook != null) {
            webhooks.sendTo(settings.webhook);
        }
        stage.scheduleWithFixedDelay(() -> script.playUntil(world, world.clock().instant()), 1, 1, TimeUnit.SECONDS);
    }

    private Script populate(Builder settings) {
        Script script = new Script();
        Account owner;
        Instant now = world.clock().instant();
        if (!settings.datasets.isEmpty()) {
            DatasetLoader loader = new DatasetLoader(world);
            List<Repo> repos = settings.datasets.stream().map(loader::load).toList();
            owner = repos.getFirst().owner();
        } else if (settings.demo) {
            LocalDate firstDay = settings.firstDay == null
                    ? LocalDate.ofInstant(now, ZoneOffset.UTC).minusMonths(18)
                    : settings.firstDay;
            Demo demo = new Demo(world, settings.seed, firstDay, settings.scale);
            script = demo.script(now);
            owner = demo.owner();
        } else {
            owner = world.write(() -> world.add(new Account(1, "owner", "User", java.util.Optional.of("Owner"))));
        }
        tokens.put(token, owner);
        if (settings.journal != null) {
            for (Commands.Command command : new Journal(settings.journal).read()) {
                script.insert(command.at(), verbs -> commands.replay(command));
            }
        }
        script.playUntil(world, now);
        return script;
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

    /** The demo owner's token. */
    public String token() {
        return token;
    }

    /** Whom the token belongs to. */
    public Account owner() {
        Account owner = tokens.get(token);
        if (owner == null) {
            throw new IllegalStateException("the token belongs to nobody");
        }
        return owner;
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

    public Faults faults() {
        return faults;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    /** Lets somebody else in. */
    public void addToken(String newToken, Account account) {
        tokens.put(newToken, account);
    }

    /** Does what a POST of this path and body to the admin API does. */
    public ObjectNode change(String path, JsonNode body) {
        List<String> parts = new ArrayList<>(List.of(path.replaceFirst("^/", "").split("/", -1)));
        if (parts.getFirst().equals("repos")) {
            parts.removeFirst();
        }
        return commands.run(new Commands.Command(world.clock().instant(), parts, body));
    }

    @Override
    public void close() {
        stage.shutdownNow();
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
        private long seed = 20_260_101;
        private double scale = 1;
        private String token = "ghp_demo_owner_token";
        private @Nullable String webUrl;
        private @Nullable LocalDate firstDay;
        private @Nullable Path journal;
        private Webhooks.@Nullable Target webhook;
        private List<Path> datasets = List.of();

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

        public Builder webhook(String url, String secret) {
            webhook = new Webhooks.Target(url, secret);
            return this;
        }

        public Simulator start() {
            return new Simulator(this);
        }
    }
}

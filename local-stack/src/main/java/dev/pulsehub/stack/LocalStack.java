package dev.pulsehub.stack;

import dev.pulsehub.postgres.DatabaseUrls;
import dev.pulsehub.postgres.EmbeddedPostgres;
import dev.pulsehub.simulator.Simulator;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The running stack. Born with {@link #run()}, which returns when the stack was asked to stop and everything has
 * stopped: first the services, then the simulator, then PostgreSQL. A service that ends by itself is started again, as
 * a platform would do it.
 */
public final class LocalStack {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final List<String> MCP_READS = List.of(
            "AUTH_SECRET", "POSTGRES_URL", "GITHUB_URL", "GITHUB_API_URL", "GITHUB_TOKEN", "PULSEHUB_SINGLE_USER");

    private final Settings settings;
    private final PrintStream terminal;
    private final Clock clock;
    private final StopRequest stop;
    private final URI webUrl;
    private final String signInToken = Keepsakes.randomText();

    public LocalStack(Settings settings, PrintStream terminal, Clock clock, StopRequest stop) {
        this.settings = settings;
        this.terminal = terminal;
        this.clock = clock;
        this.stop = stop;
        this.webUrl = URI.create("http://localhost:" + settings.webPort());
    }

    /**
     * Starts everything, says how it goes, and stays until asked to stop.
     *
     * @throws StackDidNotStart with what to do about it; what had been started is stopped again
     */
    public void run() {
        try (HomeLock lock = HomeLock.take(settings.home())) {
            Keepsakes keepsakes = Keepsakes.in(settings.home().resolve("stack.properties"));
            Ports.mustBeFree(settings.webPort());
            say("Starting PostgreSQL (data in " + settings.home() + ") ...");
            try (EmbeddedPostgres postgres = postgres(keepsakes)) {
                DatabaseUrls database =
                        postgres.createDatabase(settings.source().name());
                stop.check();
                say("Opening GitHub: " + settings.source().words() + " ...");
                try (GitHubSide gitHub =
                        GitHubSide.open(settings.source(), keepsakes, settings.home(), clock, webUrl)) {
                    stop.check();
                    try (SupersetSide superset = superset(keepsakes, postgres)) {
                        serve(keepsakes, database, gitHub, Optional.ofNullable(superset));
                    }
                }
            }
        } catch (StopRequest.Stopped e) {
            say("Stopped. The data stay in " + settings.home() + ".");
        } catch (IOException e) {
            throw new StackDidNotStart("Cannot use " + settings.home() + ": " + e.getMessage(), e);
        }
    }

    private EmbeddedPostgres postgres(Keepsakes keepsakes) {
        return EmbeddedPostgres.builder()
                .dataDirectory(settings.home().resolve("postgres"))
                .port(keepsakes.port("postgres-port"))
                .start();
    }

    private @Nullable SupersetSide superset(Keepsakes keepsakes, EmbeddedPostgres postgres) throws IOException {
        if (settings.superset().isEmpty()) {
            return null;
        }
        return SupersetSide.begin(
                new SupersetSide.Setup(
                        settings.home(),
                        settings.superset().get(),
                        postgres,
                        settings.source().name(),
                        keepsakes.port("superset-port"),
                        keepsakes.secret("superset-guest-secret"),
                        keepsakes.secret("superset-secret-key")),
                this::say);
    }

    private void serve(Keepsakes keepsakes, DatabaseUrls database, GitHubSide gitHub, Optional<SupersetSide> superset)
            throws IOException {
        Map<String, String> environment = environment(keepsakes, database, gitHub);
        URI mcpUrl = URI.create("http://localhost:" + keepsakes.port("mcp-port"));
        environment.put("MCP_SERVER_URL", mcpUrl.toString());
        superset.ifPresent(one -> environment.putAll(one.environment()));
        say("Starting the web service (log in " + settings.home().resolve("logs/web.log") + ") ...");
        long begun = System.nanoTime();
        try (KeptAlive web = new KeptAlive(ServiceProcess.Kind.WEB, settings.webJar(), environment, webUrl);
                KeptAlive mcp = new KeptAlive(
                        ServiceProcess.Kind.MCP, settings.mcpJar(), forMcp(environment, mcpUrl), mcpUrl)) {
            web.start();
            say("Ready after %d s."
                    .formatted(Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
            gitHub.deliverTo(webUrl.resolve("/api/webhooks/github").toString(), keepsakes.secret("webhook-secret"));
            mcp.start(); // the schema is there by now
            superset.ifPresent(SupersetSide::reportsAreThere);
            writeEnvFile(database, gitHub, mcpUrl, superset);
            welcome(gitHub, mcpUrl);
            SyncReporter reporter = new SyncReporter(new SyncProgress(database.owner()), this::say);
            while (true) {
                stop.pause(LOOK_AGAIN);
                reporter.report();
                web.startAgainIfEnded();
                mcp.startAgainIfEnded();
            }
        } finally {
            Files.deleteIfExists(settings.home().resolve("stack.env"));
        }
    }

    /** A service that ends by itself is started again, as a platform would do it. */
    private final class KeptAlive implements AutoCloseable {

        private final ServiceProcess.Kind kind;
        private final Path jar;
        private final Map<String, String> environment;
        private final URI url;
        private @Nullable ServiceProcess process;

        KeptAlive(ServiceProcess.Kind kind, Path jar, Map<String, String> environment, URI url) {
            this.kind = kind;
            this.jar = jar;
            this.environment = environment;
            this.url = url;
        }

        void start() {
            process = ServiceProcess.start(kind, jar, environment, url, settings.home());
            process.awaitReady(stop);
        }

        void startAgainIfEnded() {
            if (process != null && !process.isAlive()) {
                say("The " + kind.words() + " ended with code " + process.exitCode() + ". Starting it again ...");
                start();
                say("The " + kind.words() + " is ready again.");
            }
        }

        @Override
        public void close() {
            if (process != null) {
                say("Stopping the " + kind.words() + " ...");
                process.stop();
            }
        }
    }

    /** What mcp needs of what web was told: who asks, the database, and GitHub as the single user. */
    private static Map<String, String> forMcp(Map<String, String> web, URI url) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String name : MCP_READS) {
            Optional.ofNullable(web.get(name)).ifPresent(value -> environment.put(name, value));
        }
        environment.put("PORT", Integer.toString(url.getPort()));
        return environment;
    }

    private Map<String, String> environment(Keepsakes keepsakes, DatabaseUrls database, GitHubSide gitHub) {
        Map<String, String> environment = new LinkedHashMap<>(gitHub.environment());
        environment.put("PORT", Integer.toString(settings.webPort()));
        environment.put("AUTH_URL", webUrl.toString());
        environment.put("AUTH_SECRET", keepsakes.secret("auth-secret"));
        environment.put("POSTGRES_URL", database.application());
        environment.put("POSTGRES_MIGRATION_URL", database.owner());
        environment.put("GITHUB_WEBHOOK_SECRET", keepsakes.secret("webhook-secret"));
        environment.put("PULSEHUB_SINGLE_USER", "true");
        environment.put("PULSEHUB_SIGNIN_TOKEN", signInToken);
        return environment;
    }

    private void writeEnvFile(DatabaseUrls database, GitHubSide gitHub, URI mcpUrl, Optional<SupersetSide> superset)
            throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("WEB_URL", webUrl.toString());
        values.put("SIGNIN_URL", signInUrl());
        values.put("MCP_URL", mcpUrl + "/mcp");
        gitHub.simulator().map(Simulator::url).ifPresent(url -> values.put("SIMULATOR_URL", url));
        gitHub.simulator().map(Simulator::adminUrl).ifPresent(url -> values.put("SIMULATOR_ADMIN_URL", url));
        superset.ifPresent(one -> values.put("SUPERSET_URL", one.url().toString()));
        values.put("POSTGRES_URL", database.application());
        values.put("POSTGRES_MIGRATION_URL", database.owner());
        OwnerOnly.write(settings.home().resolve("stack.env"), EnvFile.text(values));
    }

    private String signInUrl() {
        return webUrl + "/signin?token=" + signInToken;
    }

    private void welcome(GitHubSide gitHub, URI mcpUrl) {
        Optional<String> simulator = gitHub.simulator()
                .map(one -> "\n  GitHub    " + one.url() + "   (simulated; change it through " + one.adminUrl()
                        + ")\n  As others " + webUrl + "   (sign in with the simulated GitHub as any of its people)");
        say("""

                Pulse-Hub is running on %s.

                  Sign in   %s
                  Web       %s
                  MCP       %s/mcp   (with an API token; through the web service: %s/api/mcp)%s
                  Addresses %s

                Open the sign-in link. Look first at the Overview: what was merged, how long it took,
                and what waits for whom; every number leads to the rows behind it. Ctrl-C stops everything.
                """.formatted(
                        settings.source().words(),
                        signInUrl(),
                        webUrl,
                        mcpUrl,
                        webUrl,
                        simulator.orElse(""),
                        settings.home().resolve("stack.env")));
    }

    private void say(String line) {
        terminal.println(line);
        terminal.flush();
    }
}

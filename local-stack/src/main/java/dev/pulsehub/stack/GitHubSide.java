package dev.pulsehub.stack;

import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.simulator.hook.Webhooks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The GitHub that is synchronised: the simulator in this process, or the real one. */
final class GitHubSide implements AutoCloseable {

    private static final String OAUTH_APP = "pulse-hub-local";

    private final Map<String, String> environment;
    private final Optional<Simulator> simulator;

    private GitHubSide(Map<String, String> environment, Optional<Simulator> simulator) {
        this.environment = environment;
        this.simulator = simulator;
    }

    /** @param web the web service's address, to which the simulator lets people come back */
    static GitHubSide open(Source source, Keepsakes keepsakes, Path home, Clock clock, URI web) {
        return switch (source) {
            case Source.RealGitHub real ->
                new GitHubSide(
                        environment(real.apiUrl().toString(), real.url().toString(), real.token(), real.organization()),
                        Optional.empty());
            case Source.Demo demo -> {
                LocalDate firstDay =
                        keepsakes.day("demo-first-day", LocalDate.now(clock).minusMonths(18));
                yield simulated(builder(demo, keepsakes, home).firstDay(firstDay), keepsakes, web);
            }
            case Source.Datasets datasets ->
                simulated(builder(datasets, keepsakes, home).datasets(datasets.folders()), keepsakes, web);
        };
    }

    private static Simulator.Builder builder(Source source, Keepsakes keepsakes, Path home) {
        return Simulator.builder()
                .port(keepsakes.port("simulator-port"))
                .adminPort(keepsakes.port("simulator-admin-port"))
                .journal(home.resolve("simulator").resolve(source.name() + ".journal"));
    }

    private static GitHubSide simulated(Simulator.Builder builder, Keepsakes keepsakes, URI web) {
        String secret = keepsakes.secret("oauth-client-secret");
        Simulator simulator = builder.oauthApp(
                        OAUTH_APP,
                        secret,
                        web.resolve("/api/auth/callback/github").toString())
                .start();
        Map<String, String> environment = environment(
                simulator.url(), simulator.url(), simulator.token(), String.join(",", simulator.repositoryOwners()));
        environment.put("GITHUB_OAUTH_CLIENT_ID", OAUTH_APP);
        environment.put("GITHUB_OAUTH_CLIENT_SECRET", secret);
        return new GitHubSide(environment, Optional.of(simulator));
    }

    private static Map<String, String> environment(String apiUrl, String url, String token, String organization) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("GITHUB_API_URL", apiUrl);
        environment.put("GITHUB_URL", url);
        environment.put("GITHUB_TOKEN", token);
        environment.put("GITHUB_ORG", organization);
        return environment;
    }

    /** What the web service must know of it. */
    Map<String, String> environment() {
        return environment;
    }

    Optional<Simulator> simulator() {
        return simulator;
    }

    /** Tells the simulator where to deliver; the real GitHub cannot reach this machine. */
    void deliverTo(String url, String secret) {
        simulator.ifPresent(one -> one.webhooks().sendTo(new Webhooks.Target(url, secret)));
    }

    @Override
    public void close() {
        simulator.ifPresent(Simulator::close);
    }
}

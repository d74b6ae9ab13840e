package dev.pulsehub.core.config;

import static dev.pulsehub.core.config.Variable.AUTH_DEBUG;
import static dev.pulsehub.core.config.Variable.AUTH_SECRET;
import static dev.pulsehub.core.config.Variable.AUTH_SECRET_PREVIOUS;
import static dev.pulsehub.core.config.Variable.AUTH_URL;
import static dev.pulsehub.core.config.Variable.GITHUB_API_URL;
import static dev.pulsehub.core.config.Variable.GITHUB_OAUTH_CLIENT_ID;
import static dev.pulsehub.core.config.Variable.GITHUB_OAUTH_CLIENT_SECRET;
import static dev.pulsehub.core.config.Variable.GITHUB_ORG;
import static dev.pulsehub.core.config.Variable.GITHUB_TOKEN;
import static dev.pulsehub.core.config.Variable.GITHUB_URL;
import static dev.pulsehub.core.config.Variable.GITHUB_WEBHOOK_SECRET;
import static dev.pulsehub.core.config.Variable.MCP_SERVER_URL;
import static dev.pulsehub.core.config.Variable.PULSEHUB_ROLE;
import static dev.pulsehub.core.config.Variable.PULSEHUB_SIGNIN_TOKEN;
import static dev.pulsehub.core.config.Variable.PULSEHUB_SINGLE_USER;
import static dev.pulsehub.core.config.Variable.SUPERSET_GUEST_TOKEN_SECRET;
import static dev.pulsehub.core.config.Variable.SUPERSET_PROXY_URL;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of one web process.
 *
 * @param authUrl public base address; redirects and the check of origins are built from it
 * @param previousAuthSecret what the secret was before; opens what it sealed and seals nothing
 * @param authDebug whether the steps of each sign-in are logged
 * @param oauth the app people sign in with; empty where only the single-user mode's link lets in
 * @param gitHubWeb where people see GitHub
 * @param accounts GitHub logins to synchronise
 * @param role which of web and worker this process is
 * @param signInToken secret of the single-user mode's link
 * @param mcpUrl internal address of the MCP service
 * @param supersetUrl internal address of Superset
 * @param guestTokenSecret what Superset knows our guests by
 */
public record PulseConfig(
        URI authUrl,
        Secret authSecret,
        Optional<Secret> previousAuthSecret,
        boolean authDebug,
        Optional<OAuthClient> oauth,
        URI gitHubWeb,
        URI gitHubApi,
        Optional<Secret> gitHubToken,
        List<String> accounts,
        Optional<Secret> webhookSecret,
        Role role,
        boolean singleUser,
        Optional<Secret> signInToken,
        Optional<URI> mcpUrl,
        Optional<URI> supersetUrl,
        Optional<Secret> guestTokenSecret,
        LogConfig log) {

    public PulseConfig {
        accounts = List.copyOf(accounts);
    }

    /** The GitHub OAuth app as GitHub knows it. */
    public record OAuthClient(String id, Secret secret) {}

    /** The secrets that open what was sealed; the first one seals. */
    public List<String> authSecrets() {
        return Stream.concat(Stream.of(authSecret), previousAuthSecret.stream())
                .map(Secret::value)
                .toList();
    }

    /** What a process does. */
    public enum Role {
        /** Serves people and works. */
        ALL,
        /** Serves people. */
        WEB,
        /** Runs timers, inbox and synchronisation. */
        WORKER;

        /** Whether timers, inbox and synchronisation run here. */
        public boolean works() {
            return this != WEB;
        }
    }

    /**
     * Reads the environment.
     *
     * @throws Misconfigured with every problem there is
     */
    public static PulseConfig from(Map<String, String> environment) {
        Environment read = new Environment(Deployable.WEB, environment);
        PulseConfig config = new PulseConfig(
                read.address(AUTH_URL),
                read.secret(AUTH_SECRET),
                read.findSecret(AUTH_SECRET_PREVIOUS),
                read.flag(AUTH_DEBUG),
                read.find(GITHUB_OAUTH_CLIENT_ID)
                        .flatMap(id ->
                                read.findSecret(GITHUB_OAUTH_CLIENT_SECRET).map(secret -> new OAuthClient(id, secret))),
                read.address(GITHUB_URL),
                read.address(GITHUB_API_URL),
                read.findSecret(GITHUB_TOKEN),
                read.list(GITHUB_ORG),
                read.findSecret(GITHUB_WEBHOOK_SECRET),
                read.choice(PULSEHUB_ROLE, Role.class),
                read.flag(PULSEHUB_SINGLE_USER),
                read.findSecret(PULSEHUB_SIGNIN_TOKEN),
                read.findAddress(MCP_SERVER_URL),
                read.findAddress(SUPERSET_PROXY_URL),
                read.findSecret(SUPERSET_GUEST_TOKEN_SECRET),
                LogConfig.from(read));
        read.refuseProblems();
        return config;
    }
}

package dev.pulsehub.core.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of one process.
 *
 * @param authUrl public base address; redirects and the check of origins are built from it
 * @param accounts GitHub logins to synchronise
 * @param role which of web and worker this process is
 * @param signInToken secret of the single-user mode's link
 * @param mcpUrl internal address of the MCP service
 * @param supersetUrl internal address of Superset
 */
public record PulseConfig(
        URI authUrl,
        Secret authSecret,
        URI gitHubApi,
        Optional<Secret> gitHubToken,
        List<String> accounts,
        Optional<Secret> webhookSecret,
        Role role,
        boolean singleUser,
        Optional<Secret> signInToken,
        Optional<URI> mcpUrl,
        Optional<URI> supersetUrl) {

    public PulseConfig {
        accounts = List.copyOf(accounts);
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
        Environment read = new Environment(environment);
        boolean singleUser = read.flag("PULSEHUB_SINGLE_USER");
        PulseConfig config = new PulseConfig(
                read.address("AUTH_URL", "NEXTAUTH_URL"),
                read.secret("AUTH_SECRET", "NEXTAUTH_SECRET", 32),
                read.address("GITHUB_API_URL", URI.create("https://api.github.com")),
                read.find("GITHUB_TOKEN").map(Secret::new),
                read.list("GITHUB_ORG"),
                read.find("GITHUB_WEBHOOK_SECRET").map(Secret::new),
                read.choice("PULSEHUB_ROLE", Role.ALL),
                singleUser,
                read.find("PULSEHUB_SIGNIN_TOKEN").map(Secret::new),
                read.findAddress("MCP_SERVER_URL"),
                read.findAddress("SUPERSET_PROXY_URL"));
        read.required("POSTGRES_URL", "the address of the database, postgresql://user:password@host:port/database");
        if (singleUser) {
            read.required("GITHUB_TOKEN", "the token that acts for the one user");
            read.required("GITHUB_ORG", "the GitHub account to synchronise");
            read.required("PULSEHUB_SIGNIN_TOKEN", "the secret of the sign-in link");
        } else {
            read.required("GITHUB_OAUTH_CLIENT_ID", "the GitHub OAuth app people sign in with");
            read.required("GITHUB_OAUTH_CLIENT_SECRET", "the secret of the GitHub OAuth app");
        }
        read.refuseUnknown();
        read.refuseProblems();
        return config;
    }
}

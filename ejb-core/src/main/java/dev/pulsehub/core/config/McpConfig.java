package dev.pulsehub.core.config;

import static dev.pulsehub.core.config.Variable.AUTH_SECRET;
import static dev.pulsehub.core.config.Variable.AUTH_SECRET_PREVIOUS;
import static dev.pulsehub.core.config.Variable.GITHUB_API_URL;
import static dev.pulsehub.core.config.Variable.GITHUB_TOKEN;
import static dev.pulsehub.core.config.Variable.GITHUB_URL;
import static dev.pulsehub.core.config.Variable.PULSEHUB_SINGLE_USER;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of one mcp process.
 *
 * @param authSecret what web signs its calls with
 * @param previousAuthSecret what the secret was before, while it is replaced
 * @param gitHubWeb where people see GitHub; links are built from it
 * @param gitHubToken in single-user mode, where it acts for the person; never otherwise, even if the variable is set
 */
public record McpConfig(
        Secret authSecret,
        Optional<Secret> previousAuthSecret,
        URI gitHubWeb,
        URI gitHubApi,
        boolean singleUser,
        Optional<Secret> gitHubToken,
        LogConfig log) {

    /** The secrets that open what was sealed or signed; the first one seals. */
    public List<String> authSecrets() {
        return Stream.concat(Stream.of(authSecret), previousAuthSecret.stream())
                .map(Secret::value)
                .toList();
    }

    /**
     * Reads the environment.
     *
     * @throws Misconfigured with every problem there is
     */
    public static McpConfig from(Map<String, String> environment) {
        Environment read = new Environment(Deployable.MCP, environment);
        boolean singleUser = read.flag(PULSEHUB_SINGLE_USER);
        McpConfig config = new McpConfig(
                read.secret(AUTH_SECRET),
                read.findSecret(AUTH_SECRET_PREVIOUS),
                read.address(GITHUB_URL),
                read.address(GITHUB_API_URL),
                singleUser,
                read.findSecret(GITHUB_TOKEN).filter(token -> singleUser),
                LogConfig.from(read));
        read.refuseProblems();
        return config;
    }
}

package dev.pulsehub.stack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the person who starts the stack chose.
 *
 * @param home folder that keeps data, secrets and logs
 * @param webJar the packaged web service
 * @param mcpJar the packaged MCP service
 * @param webPort port of the web service on loopback
 * @param superset where Superset's packages are kept; empty when it is not wanted
 */
public record Settings(Path home, Path webJar, Path mcpJar, int webPort, Source source, Optional<Path> superset) {

    /**
     * Reads the environment: {@code STACK_HOME}, {@code WEB_JAR}, {@code MCP_JAR}, {@code WEB_PORT}, {@code DATASET},
     * {@code GITHUB_TOKEN} with {@code GITHUB_ORG}, {@code SUPERSET} ({@code off} leaves it out) and
     * {@code SUPERSET_ENVIRONMENTS}.
     *
     * @throws StackDidNotStart when a value cannot be used; the message names it
     */
    public static Settings from(Map<String, String> environment) {
        Path home = Path.of(value(environment, "STACK_HOME", ".local")).toAbsolutePath();
        return new Settings(
                home,
                jar(environment, "WEB_JAR", "web-war/target/pulse-hub-web.jar"),
                jar(environment, "MCP_JAR", "mcp-war/target/pulse-hub-mcp.jar"),
                port(value(environment, "WEB_PORT", "3000")),
                source(environment),
                superset(environment));
    }

    private static Path jar(Map<String, String> environment, String name, String otherwise) {
        Path jar = Path.of(value(environment, name, otherwise)).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new StackDidNotStart(
                    "A service is not built: there is no " + jar + ". `make run` builds it before it starts it.");
        }
        return jar;
    }

    private static Optional<Path> superset(Map<String, String> environment) {
        String usual =
                Path.of(System.getProperty("user.home"), ".cache", "pulse-hub").toString();
        Path environments =
                Path.of(value(environment, "SUPERSET_ENVIRONMENTS", usual)).toAbsolutePath();
        return switch (value(environment, "SUPERSET", "on")) {
            case "on" -> Optional.of(environments);
            case "off" -> Optional.empty();
            default -> throw new StackDidNotStart("SUPERSET can be on or off.");
        };
    }

    private static Source source(Map<String, String> environment) {
        String dataset = value(environment, "DATASET", "");
        if (!dataset.isEmpty()) {
            return new Source.Datasets(folders(dataset));
        }
        String token = value(environment, "GITHUB_TOKEN", "");
        String organization = value(environment, "GITHUB_ORG", "");
        if (organization.isEmpty()) {
            return new Source.Demo();
        }
        if (token.isEmpty()) {
            throw new StackDidNotStart("GITHUB_ORG is set but GITHUB_TOKEN is not. Set both to synchronise "
                    + organization + " from GitHub, or neither to see the demo organisation.");
        }
        return new Source.RealGitHub(
                organization,
                token,
                URI.create(value(environment, "GITHUB_API_URL", "https://api.github.com")),
                URI.create(value(environment, "GITHUB_URL", "https://github.com")));
    }

    private static List<Path> folders(String dataset) {
        List<Path> folders = Stream.of(dataset.split(",", -1))
                .map(String::strip)
                .map(Path::of)
                .toList();
        for (Path folder : folders) {
            if (!Files.isRegularFile(folder.resolve("repo.json"))) {
                throw new StackDidNotStart("DATASET names " + folder.toAbsolutePath()
                        + ", which is not a dataset folder: it holds no repo.json.");
            }
        }
        return folders;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StackDidNotStart("WEB_PORT is \"" + text + "\", which is not a number.", e);
        }
        throw new StackDidNotStart("WEB_PORT is " + text + "; a port is between 1 and 65535.");
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}

package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The MCP service under the protocol's own conformance suite and the Inspector. */
class McpClientsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LIMIT_MINUTES = 5;

    private static Path clients = Path.of("");
    private static RunningStack stack;
    private static String token;

    @BeforeAll
    static void install() throws Exception {
        assumeThat(hasNpm()).as("no npm on this machine: install Node").isTrue();
        clients = Built.folder("mcp-clients");
        for (String file : List.of("package.json", "package-lock.json", "conformance-baseline.yml")) {
            Files.copy(resource(file), clients.resolve(file));
        }
        run("npm", "ci", "--no-fund", "--no-audit").mustEndWell();
        stack = RunningStack.acme();
        token = stack.token("read");
    }

    @Test
    void the_conformance_suite_finds_nothing_but_what_the_baseline_explains() throws Exception {
        try (TokenGate gate = TokenGate.open(URI.create(stack.address("MCP_URL")), token)) {
            Ran ran = node(
                    "conformance",
                    "server",
                    "--url",
                    gate.url(),
                    "--requirements",
                    "2025-11-25",
                    "--expected-failures",
                    "conformance-baseline.yml",
                    "-o",
                    "out");
            ran.mustEndWell();
            assertThat(ran.output())
                    .contains("✓ server-initialize", "✓ ping", "✓ tools-list", "✓ dns-rebinding-protection: 2 passed");
        }
    }

    @Test
    void the_inspector_lists_and_calls_directly_and_through_web() throws Exception {
        for (String address : List.of(stack.address("MCP_URL"), stack.web("/api/mcp"))) {
            JsonNode tools = inspect(address, "--method", "tools/list", "--strict");
            assertThat(tools.path("tools")).hasSize(9);
            JsonNode repo = inspect(
                    address,
                    "--method",
                    "tools/call",
                    "--tool-name",
                    "github_get_repo",
                    "--tool-args-json",
                    "{\"owner\":\"acme\",\"repo\":\"payments\"}");
            assertThat(repo.path("structuredContent").path("repo").asText()).isEqualTo("acme/payments");
            JsonNode cycle = inspect(
                    address, "--method", "tools/call", "--tool-name", "pulse_cycle_time", "--tool-args-json", "{}");
            assertThat(cycle.path("structuredContent").path("merged").asInt()).isPositive();
        }
    }

    private static JsonNode inspect(String address, String... asked) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--cli", "--server-url", address, "--transport", "http"));
        arguments.addAll(List.of(asked));
        arguments.addAll(List.of("--header", "Authorization: Bearer " + token, "--format", "json", "-q"));
        Ran ran = node("mcp-inspector", arguments.toArray(String[]::new));
        ran.mustEndWell();
        JsonNode answer = JSON.readTree(ran.output().substring(ran.output().indexOf('{')));
        return answer.has("result") ? answer.path("result") : answer;
    }

    /** With the Node of the lock file: these programs need a newer one than many machines have. */
    private static Ran node(String program, String... arguments) throws Exception {
        return run(Stream.of(List.of("node_modules/.bin/node", "node_modules/.bin/" + program), List.of(arguments))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    private record Ran(int exit, String output) {

        void mustEndWell() {
            assertThat(exit).as(output).isZero();
        }
    }

    private static Ran run(String... command) throws Exception {
        Path output = Files.createTempFile(clients, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(clients.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                .as(String.join(" ", command))
                .isTrue();
        return new Ran(process.exitValue(), Files.readString(output));
    }

    private static boolean hasNpm() throws InterruptedException {
        try {
            return new ProcessBuilder("npm", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path resource(String file) throws URISyntaxException {
        return Path.of(java.util.Objects.requireNonNull(McpClientsIT.class.getResource("/mcp-clients/" + file))
                .toURI());
    }
}

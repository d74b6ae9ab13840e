package dev.pulsehub.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack as a child process, as {@code make run} starts it, with a small program in the services' place. */
class LocalStackIT {

    @TempDir
    Path folder = Path.of("");

    private final List<Process> stacks = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void others_may_enter_the_folder() throws IOException {
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void stop_all() throws InterruptedException {
        for (Process stack : stacks) {
            stack.destroy();
            if (!stack.waitFor(60, TimeUnit.SECONDS)) {
                stack.destroyForcibly();
            }
        }
    }

    @Test
    void starts_everything_and_stops_everything() throws Exception {
        Process stack = start(Map.of());
        Properties addresses = awaitAddresses(stack);

        assertThat(status(addresses.getProperty("WEB_URL"))).isEqualTo(200);
        assertThat(status(addresses.getProperty("SIMULATOR_ADMIN_URL") + "/repos"))
                .isEqualTo(200);
        assertThat(status(addresses.getProperty("MCP_URL"))).isEqualTo(200);
        assertThat(Files.readString(home().resolve("logs/web.log")))
                .contains("secret kept: ")
                .doesNotContain("secret kept: null", "not for the stack");

        List<ProcessHandle> everything = stack.descendants().toList();
        assertThat(everything).isNotEmpty();
        long postgres = Long.parseLong(
                Files.readAllLines(home().resolve("postgres/postmaster.pid")).getFirst());
        stack.destroy();
        assertThat(stack.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(stack.exitValue()).isZero();
        assertThat(everything).noneMatch(ProcessHandle::isAlive);
        assertThat(gone(postgres)).isTrue();
        assertThat(home().resolve("stack.env")).doesNotExist();
        assertThat(output())
                .contains("Sign in", "Stopping the MCP service ...", "Stopping the web service ...", "Stopped.");
    }

    @Test
    void starts_a_killed_web_service_again_and_refuses_a_second_stack() throws Exception {
        Process stack = start(Map.of());
        String url = awaitAddresses(stack).getProperty("WEB_URL");

        Process second = start(Map.of("WEB_PORT", Integer.toString(Ports.free())));
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isOne();
        assertThat(output()).contains("already running from " + home());

        String pid = Files.readString(home().resolve("web.pid"));
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
        awaitWord(stack, "The web service is ready again.");
        assertThat(status(url)).isEqualTo(200);
        assertThat(Files.readString(home().resolve("web.pid"))).isNotEqualTo(pid);
    }

    @Test
    void shows_the_log_of_a_server_without_its_application() throws Exception {
        Process stack = start(Map.of("LOG_FORMAT", "broken"));
        assertThat(stack.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(stack.exitValue()).isOne();
        assertThat(output()).contains("the application in it did not", "Payara Micro URLs:");
        assertThat(stack.descendants()).isEmpty();
    }

    /** The server removes its file an instant before it is gone. */
    private static boolean gone(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> process.onExit()
                        .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                        .join())
                .filter(ProcessHandle::isAlive)
                .isEmpty();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("terminal.txt"));
    }

    private Process start(Map<String, String> more) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        Map<String, String> environment = builder.environment();
        environment.put("SUPERSET", "off");
        List.of("DATASET", "GITHUB_TOKEN", "GITHUB_ORG").forEach(environment::remove);
        environment.put("STACK_HOME", home().toString());
        environment.put("WEB_JAR", standIn("web.jar").toString());
        environment.put("MCP_JAR", standIn("mcp.jar").toString());
        environment.put("WEB_PORT", Integer.toString(Ports.free()));
        environment.put("GITHUB_OAUTH_CLIENT_SECRET", "not for the stack");
        environment.putAll(more);
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("terminal.txt").toFile()));
        Process stack = builder.start();
        stacks.add(stack);
        return stack;
    }

    private Path standIn(String name) throws IOException {
        Path jar = folder.resolve(name);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInWeb.class.getName());
        String entry = StandInWeb.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = StandInWeb.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new ZipEntry(entry));
            in.transferTo(out);
        }
        return jar;
    }

    private Properties awaitAddresses(Process stack) throws Exception {
        Path file = home().resolve("stack.env");
        await(stack, () -> Files.exists(file));
        Properties addresses = new Properties();
        Files.readAllLines(file).forEach(line -> {
            List<String> parts = List.of(line.split("=", 2));
            addresses.setProperty(parts.getFirst(), parts.getLast().replace("'", ""));
        });
        return addresses;
    }

    private void awaitWord(Process stack, String word) throws Exception {
        await(stack, () -> output().contains(word));
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(Process stack, Condition condition) throws Exception {
        long limit = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.holds()) {
            assertThat(stack.isAlive()).as(output()).isTrue();
            assertThat(System.nanoTime()).as(output()).isLessThan(limit);
            Thread.sleep(200);
        }
    }

    private int status(String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}

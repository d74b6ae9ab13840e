package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulsehub.stack.SyncProgress;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The local stack as {@code make run} starts it, in a folder of its own on free ports. The one of the demo organisation
 * is shared by all tests of a run and stopped with the JVM.
 */
final class RunningStack implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static @Nullable RunningStack acme;

    private final Path folder;
    private final Map<String, String> choices;
    private final int webPort = freePort();
    private HttpClient client = HttpClient.newHttpClient();
    private Properties addresses = new Properties();
    private String cookie = "";
    private @Nullable Process process;

    private RunningStack(Path folder, Map<String, String> choices) {
        this.folder = folder;
        this.choices = choices;
    }

    /** The demo organisation, synchronised. */
    static synchronized RunningStack acme() throws IOException, InterruptedException {
        if (acme == null) {
            RunningStack stack = new RunningStack(Built.folder("acme"), Map.of("SUPERSET", "on"));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.start();
            acme = stack;
        }
        return acme;
    }

    static RunningStack of(String name, Map<String, String> choices) throws IOException, InterruptedException {
        RunningStack stack = new RunningStack(Built.folder(name), choices);
        stack.start();
        return stack;
    }

    /** Starts it and waits until the first synchronisation is complete. */
    void start() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Built.stackJar().toString());
        List.of("DATASET", "GITHUB_TOKEN", "GITHUB_ORG").forEach(builder.environment()::remove);
        builder.environment().put("STACK_HOME", folder.resolve("home").toString());
        builder.environment().put("WEB_JAR", Built.webJar().toString());
        builder.environment().put("MCP_JAR", Built.mcpJar().toString());
        builder.environment().put("WEB_PORT", Integer.toString(webPort));
        builder.environment().put("SUPERSET", "off");
        builder.environment().putAll(choices);
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("terminal.txt").toFile()));
        process = builder.start();
        await("addresses are written", Duration.ofMinutes(4), () -> Files.exists(folder.resolve("home/stack.env")));
        readAddresses();
        signIn();
        await(
                "everything is synchronised",
                Duration.ofMinutes(6),
                () -> progress().filter(SyncProgress.Look::complete).isPresent());
    }

    private void readAddresses() throws IOException {
        Properties read = new Properties();
        for (String line : Files.readAllLines(folder.resolve("home/stack.env"))) {
            List<String> parts = List.of(line.split("=", 2));
            read.setProperty(parts.getFirst(), parts.getLast().replace("'", ""));
        }
        addresses = read;
    }

    private void signIn() throws IOException, InterruptedException {
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpResponse<String> answer = get(address("SIGNIN_URL"));
        assertThat(answer.statusCode()).isEqualTo(303);
        cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    Optional<SyncProgress.Look> progress() {
        return new SyncProgress(address("POSTGRES_MIGRATION_URL")).look();
    }

    Properties addresses() {
        return addresses;
    }

    String address(String name) {
        return addresses.getProperty(name);
    }

    String web(String path) {
        return address("WEB_URL") + path;
    }

    Path home() {
        return folder.resolve("home");
    }

    String terminal() throws IOException {
        return Files.readString(folder.resolve("terminal.txt"));
    }

    Process process() {
        if (process == null) {
            throw new IllegalStateException("the stack was not started");
        }
        return process;
    }

    /** Asks as the signed-in person. */
    HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A list of the REST API. */
    JsonNode list(String pathAndQuery) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(web(pathAndQuery));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Makes an API token on the page for it, as a person would, and reads it off the page. */
    String token(String scope) throws IOException, InterruptedException {
        HttpResponse<String> made = client.send(
                HttpRequest.newBuilder(URI.create(web("/settings/tokens/create")))
                        .header("Origin", address("WEB_URL"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("name=test&days=7&scope=" + scope))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        Matcher token = Pattern.compile("value=\"(ph_[^\"]+)\"")
                .matcher(get(web("/app/settings/tokens")).body());
        assertThat(token.find()).isTrue();
        assertThat(get(web("/app/settings/tokens")).body()).as("shown once").doesNotContain(token.group(1));
        return token.group(1);
    }

    /** Opens the signed-in person's line for changes, as pages do. */
    WebSocket listen(Consumer<JsonNode> heard) {
        return client.newWebSocketBuilder()
                .header("Origin", address("WEB_URL"))
                .header("Cookie", cookie)
                .buildAsync(URI.create(web("/app/live").replaceFirst("^http", "ws")), new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence text, boolean last) {
                        try {
                            heard.accept(JSON.readTree(text.toString()));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                        line.request(1);
                        return null;
                    }
                })
                .join();
    }

    /** Changes the simulated GitHub. */
    void change(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address("SIMULATOR_ADMIN_URL") + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
    }

    /** Does what Ctrl-C does and waits for the end. */
    void interrupt() throws IOException, InterruptedException {
        String signal = interruptIsIgnoredHere() ? "-TERM" : "-INT";
        new ProcessBuilder("kill", signal, Long.toString(process().pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(process().waitFor(60, TimeUnit.SECONDS)).as(terminal()).isTrue();
    }

    /** A shell that starts this build in the background makes it, and all it starts, deaf to SIGINT. */
    private static boolean interruptIsIgnoredHere() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    void await(String what, Duration limit, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            assertThat(process().isAlive()).as(terminal()).isTrue();
            assertThat(System.nanoTime())
                    .as("waited for: " + what + "\n" + terminal())
                    .isLessThan(end);
            Thread.sleep(200);
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null && running.isAlive()) {
            running.destroy();
            try {
                if (!running.waitFor(60, TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

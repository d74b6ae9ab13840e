package dev.pulsehub.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A packaged service as a child process, with its log and its process number in files. */
public final class ServiceProcess {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final List<String> SMALL = List.of("-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private final Kind kind;
    private final Process process;
    private final URI url;
    private final Path log;
    private final Path pidFile;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private ServiceProcess(Kind kind, Process process, URI url, Path log, Path pidFile) {
        this.kind = kind;
        this.process = process;
        this.url = url;
        this.log = log;
        this.pidFile = pidFile;
    }

    /** The services there are, each with what it is measured to need in a container of 512 MB. */
    public enum Kind {
        WEB("web", "web service", List.of("-Xms128m", "-Xmx160m"), List.of("/health/ready", "/api/health")),
        MCP("mcp", "MCP service", List.of("-Xms64m", "-Xmx128m"), List.of("/health/ready", "/mcp/health"));

        private final String name;
        private final String words;
        private final List<String> memory;
        private final List<String> ready;

        /** @param ready what answers 200 when it is: the server's own word, and the application's */
        Kind(String name, String words, List<String> memory, List<String> ready) {
            this.name = name;
            this.words = words;
            this.memory = memory;
            this.ready = ready;
        }

        String words() {
            return words;
        }
    }

    /**
     * Starts a service and does not wait for it.
     *
     * @param environment beside {@code PULSEHUB_*} and {@code LOG_*} of this process, all the service sees
     * @param home where {@code logs/web.log} and {@code web.pid}, or those of mcp, are written
     */
    public static ServiceProcess start(Kind kind, Path jar, Map<String, String> environment, URI url, Path home) {
        Path log = home.resolve("logs").resolve(kind.name + ".log");
        Path pidFile = home.resolve(kind.name + ".pid");
        try {
            Files.createDirectories(log.getParent());
            stopLeftover(pidFile, jar);
            keepPrevious(kind, log);
            ProcessBuilder builder = new ProcessBuilder(command(kind, jar));
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            builder.redirectInput(
                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().keySet().removeIf(name -> !inherited(name));
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            builder.environment().putAll(environment);
            Process process = builder.start();
            Files.writeString(pidFile, Long.toString(process.pid()));
            return new ServiceProcess(kind, process, url, log, pidFile);
        } catch (IOException e) {
            throw new StackDidNotStart("Cannot start " + jar + ": " + e.getMessage(), e);
        }
    }

    private static List<String> command(Kind kind, Path jar) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Stream.of(List.of(java.toString()), kind.memory, SMALL, List.of("-jar", jar.toString()))
                .flatMap(List::stream)
                .toList();
    }

    private static boolean inherited(String name) {
        return INHERITED.contains(name) || name.startsWith("PULSEHUB_") || name.startsWith("LOG_");
    }

    private static void keepPrevious(Kind kind, Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(
                    log,
                    log.resolveSibling(kind.name + ".previous.log"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A killed stack leaves its services behind; the number in the file may by now be somebody else's. */
    private static void stopLeftover(Path pidFile, Path jar) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> leftover = ProcessHandle.of(
                        Long.parseLong(Files.readString(pidFile).strip()))
                .filter(known -> known.info().commandLine().orElse("").contains(jar.toString()));
        leftover.ifPresent(ProcessHandle::destroyForcibly);
        leftover.ifPresent(known ->
                known.onExit().completeOnTimeout(known, 10, TimeUnit.SECONDS).join());
        Files.delete(pidFile);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the service is ready.
     *
     * @throws StackDidNotStart with the end of its log when it ended, did not deploy, or took too long
     */
    public void awaitReady(StopRequest stop) {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!ready()) {
            stop.pause(Duration.ofMillis(300));
            if (!process.isAlive()) {
                throw failed("ended with code " + process.exitValue() + " before it was ready");
            }
            if (deploymentFailed()) {
                throw failed("started, but the application in it did not");
            }
            if (System.nanoTime() > limit) {
                throw failed("was not ready within " + START_LIMIT.toMinutes() + " minutes");
            }
        }
    }

    /** Ready is said by the application's own endpoint too: the server's alone says it without an application. */
    private boolean ready() {
        return kind.ready.stream().allMatch(path -> status(path) == 200);
    }

    /** The server stays up without its application, so its own word that it is done is held against the answer. */
    private boolean deploymentFailed() {
        try {
            String text = Files.readString(log);
            return text.contains("Payara Micro URLs") && status(kind.ready.getLast()) == 404
                    || text.contains("Exception while deploying the app")
                    || text.contains("Failed to deploy");
        } catch (IOException e) {
            return false;
        }
    }

    private int status(String path) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private StackDidNotStart failed(String how) {
        return new StackDidNotStart("The " + kind.words + " " + how + ". The end of " + log + ":\n\n" + tail());
    }

    /** The last lines of the log. */
    String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }

    /** Exit code, once it ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** Asks to stop, and ends it when the grace is over. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.getLogger(ServiceProcess.class.getName())
                    .log(System.Logger.Level.WARNING, "Cannot remove " + pidFile, e);
        }
    }

    /** Ends it at once, as a machine that fails would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }
}

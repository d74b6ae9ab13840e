package dev.pulsehub.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Programs that one thread runs one after the other, all into one log. What runs can be ended from another thread, with
 * all it started.
 */
final class Children {

    private static final Duration GRACE = Duration.ofSeconds(25);
    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private final Path log;
    private final Map<String, String> own;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private @Nullable Process current;
    private boolean closed;

    /** @param own the variables of this process */
    Children(Path log, Map<String, String> own) {
        this.log = log;
        this.own = Map.copyOf(own);
    }

    /** Variables the programs see, beside {@code PIP_*} and those that say where this account lives. */
    void see(Map<String, String> variables) {
        environment.putAll(variables);
    }

    /**
     * Runs a program, named by its whole path, to its end, with low priority: it must not slow down what people already
     * use.
     *
     * @return its code, or -1 when it took too long or could not be started
     */
    int run(List<String> command, Duration limit) throws InterruptedException {
        List<String> polite = find("nice")
                .map(nice -> Stream.concat(Stream.of(nice.toString(), "-n", "10"), command.stream())
                        .toList())
                .orElse(command);
        try {
            Process process = start(polite);
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            end(process, Duration.ZERO);
            return -1;
        } catch (IOException e) {
            return -1;
        }
    }

    /** Starts a program, named by its whole path. */
    synchronized Process start(List<String> command) throws IOException {
        if (closed) {
            throw new IOException("stopping");
        }
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        own.forEach((name, value) -> {
            if (INHERITED.contains(name) || name.startsWith("PIP_")) {
                builder.environment().put(name, value);
            }
        });
        builder.environment().putAll(environment);
        Process process = builder.start();
        current = process;
        return process;
    }

    /** The program on the path. */
    Optional<Path> find(String program) {
        return Stream.of(own.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Where to read more. */
    String where() {
        return "Its words are in " + log + ".";
    }

    /** Ends what runs, and starts nothing any more. */
    void close() {
        Process running;
        synchronized (this) {
            closed = true;
            running = current;
        }
        if (running != null) {
            end(running, GRACE);
        }
    }

    private static void end(Process process, Duration grace) {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        below.forEach(ProcessHandle::destroyForcibly);
    }
}

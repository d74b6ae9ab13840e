package dev.pulsehub.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the server's programs as the user they accept, in an environment that is the same everywhere. */
final class Commands {

    private final List<String> prefix;
    private final Duration limit;

    Commands(List<String> prefix, Duration limit) {
        this.prefix = prefix;
        this.limit = limit;
    }

    /** How a program ended and what it said. */
    record Outcome(int exitCode, String output) {}

    Outcome execute(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        Path output = Files.createTempFile("postgresql-", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(whole)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(Map.of("LC_ALL", "C", "PGTZ", "UTC"));
            builder.environment().remove("PGDATA");
            Process process = builder.start();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, "no answer within " + limit.toSeconds() + " s");
            }
            return new Outcome(process.exitValue(), Files.readString(output).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        } finally {
            Files.deleteIfExists(output);
        }
    }
}

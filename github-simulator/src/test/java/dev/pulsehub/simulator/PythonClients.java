package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Perceval and PyGithub in a Python of their own, installed once for each list of requirements. */
final class PythonClients {

    private static final Path RESOURCES = Path.of("src", "test", "resources", "python-clients");

    private PythonClients() {}

    /** Where Python is, with the packages; skips the test, saying why, where they cannot be had. */
    private static Path python() throws IOException, InterruptedException {
        Path requirements = RESOURCES.resolve("requirements.txt");
        String version = Integer.toHexString(Files.readString(requirements).hashCode());
        Path home = Path.of(System.getProperty("user.home"), ".cache", "pulse-hub", "python-clients-" + version);
        Path complete = home.resolve("complete");
        Path python = home.resolve("bin").resolve("python");
        if (!Files.exists(complete)) {
            assumeThat(run(List.of("python3", "-m", "venv", home.toString())))
                    .as("no python3 with its venv module on this machine")
                    .isZero();
            assumeThat(run(List.of(
                            python.toString(),
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--no-input",
                            "--disable-pip-version-check",
                            "--requirement",
                            requirements.toString())))
                    .as("Perceval and PyGithub cannot be had from the package index")
                    .isZero();
            Files.createFile(complete);
        }
        return python;
    }

    /** Runs a script that prints one line of JSON last. */
    static JsonNode run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(python().toString(), RESOURCES.resolve(script).toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("python-clients", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.destroyForcibly();
        String written = Files.readString(output);
        Files.delete(output);
        assertThat(ended).as(written).isTrue();
        assertThat(process.exitValue()).as(written).isZero();
        return Client.JSON.readTree(written.lines().toList().getLast());
    }

    private static int run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(5, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        }
    }
}

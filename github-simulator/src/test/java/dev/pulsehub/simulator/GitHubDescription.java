package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/**
 * GitHub's own description of its REST API, from npm. The package holds all its versions, 385 MB of them, so only the
 * one file is taken out of it and kept for the next time.
 */
final class GitHubDescription {

    private static final String VERSION = "23.0.2";

    private GitHubDescription() {}

    static Path file() throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("user.home"), ".cache", "pulse-hub", "github-openapi-" + VERSION);
        Path file = folder.resolve("api.github.com.json");
        if (!Files.isRegularFile(file)) {
            Files.createDirectories(folder);
            fetch(folder, file);
        }
        return file;
    }

    private static void fetch(Path folder, Path file) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(folder, "fetch");
        assumeThat(run(work, "npm", "pack", "--silent", "@octokit/openapi@" + VERSION))
                .as("GitHub's description could not be had from npm")
                .isZero();
        String inside = "package/generated/api.github.com.json";
        assertThat(run(work, "tar", "xzf", "octokit-openapi-" + VERSION + ".tgz", inside))
                .isZero();
        Files.move(work.resolve(inside), file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static int run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        return process.waitFor(5, TimeUnit.MINUTES) ? process.exitValue() : -1;
    }
}

package dev.pulsehub.testing.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs from npm, installed by a lock file into a folder of their own, to be run against ours. */
public final class NodePrograms {

    private static final long LIMIT_MINUTES = 5;

    private final Path folder;

    private NodePrograms(Path folder) {
        this.folder = folder;
    }

    /**
     * Installs what the lock file names. Skips the test, saying why, on a machine without npm.
     *
     * @param resources folder of the class path with {@code package.json}, {@code package-lock.json} and the files
     */
    public static NodePrograms install(Path folder, Class<?> of, String resources, List<String> files) {
        assumeThat(hasNpm()).as("no npm on this machine: install Node").isTrue();
        copy(folder, of, resources, List.of("package.json", "package-lock.json"));
        copy(folder, of, resources, files);
        NodePrograms programs = new NodePrograms(folder);
        programs.run("npm", "ci", "--no-fund", "--no-audit", "--legacy-peer-deps")
                .mustEndWell();
        return programs;
    }

    private static void copy(Path folder, Class<?> of, String resources, List<String> files) {
        for (String file : files) {
            try (InputStream content = of.getResourceAsStream("/" + resources + "/" + file)) {
                assertThat(content).as(resources + "/" + file).isNotNull();
                Files.write(folder.resolve(file), content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public Path folder() {
        return folder;
    }

    /** How a program ended and what it wrote, both streams together. */
    public record Ran(int exit, String output) {

        public Ran mustEndWell() {
            assertThat(exit).as(output).isZero();
            return this;
        }
    }

    public Ran run(String... command) {
        return run(Map.of(), command);
    }

    /** Runs a program in the folder, with some more variables around it. */
    public Ran run(Map<String, String> environment, String... command) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            String written = Files.readString(output);
            assertThat(ended).as(String.join(" ", command) + "\n" + written).isTrue();
            return new Ran(process.exitValue(), written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a program in the folder that goes on until it is destroyed; its errors appear among the test's own. */
    public Process start(String... command) {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasNpm() {
        try {
            return new ProcessBuilder("npm", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package dev.pulsehub.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Python of its own with Superset's packages, installed once for each lock and shared by all stacks of this account:
 * in {@code ~/.cache/pulse-hub}, or where {@code SUPERSET_ENVIRONMENTS} says.
 */
final class PythonEnvironment {

    private static final Duration INSTALL = Duration.ofMinutes(20);
    private static final Duration QUICK = Duration.ofMinutes(3);
    private static final String WANTED = "3.11";

    private final Children children;
    private final Consumer<String> progress;

    /** @param progress told what is being done, as a sentence */
    PythonEnvironment(Children children, Consumer<String> progress) {
        this.children = children;
        this.progress = progress;
    }

    /**
     * The interpreter, with all packages installed.
     *
     * @throws SupersetDidNotStart with what to do about it
     */
    Path prepared(SupersetFiles files, Path environments) throws IOException, InterruptedException {
        Path home = environments.resolve("superset-" + files.lockHash());
        Path python = home.resolve("bin/python");
        Path complete = home.resolve("complete");
        if (Files.exists(complete)) {
            return python;
        }
        Files.createDirectories(environments);
        Path lockFile = environments.resolve("superset-" + files.lockHash() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = waited(channel)) {
            if (!Files.exists(complete)) {
                install(files, home, python);
                Files.createFile(complete);
            }
        }
        return python;
    }

    /** Another stack may be installing the same. */
    private FileLock waited(FileChannel channel) throws IOException {
        FileLock free = channel.tryLock();
        if (free != null) {
            return free;
        }
        progress.accept("Waiting for another stack that installs Superset's packages.");
        return channel.lock();
    }

    private void install(SupersetFiles files, Path home, Path python) throws IOException, InterruptedException {
        Path interpreter = interpreter();
        SupersetFiles.deleteTree(home);
        progress.accept("Installing Superset's packages into " + home + " (some 850 MB, once).");
        if (children.run(List.of(interpreter.toString(), "-m", "venv", home.toString()), QUICK) != 0) {
            throw new SupersetDidNotStart("Python " + WANTED + " cannot make an environment of its own."
                    + " On Debian: apt-get install python" + WANTED + "-venv. " + children.where());
        }
        List<String> install = List.of(
                python.toString(),
                "-m",
                "pip",
                "install",
                "--no-deps",
                "--require-hashes",
                "--no-input",
                "--disable-pip-version-check",
                "--requirement",
                files.file("requirements.txt").toString());
        if (children.run(install, INSTALL) != 0) {
            throw new SupersetDidNotStart("Superset's packages could not be installed: is PyPI, or the index that pip"
                    + " is configured for, reachable? Start again to try again. " + children.where());
        }
    }

    private Path interpreter() throws InterruptedException {
        Optional<Path> found = find();
        Optional<Path> installer = children.find("apt-get");
        if (found.isEmpty() && installer.isPresent() && "root".equals(System.getProperty("user.name"))) {
            progress.accept("Installing Python " + WANTED + ".");
            children.run(
                    List.of(
                            installer.get().toString(),
                            "install",
                            "--yes",
                            "--no-install-recommends",
                            "python" + WANTED,
                            "python" + WANTED + "-venv"),
                    QUICK);
            found = find();
        }
        return found.orElseThrow(() -> new SupersetDidNotStart("Python " + WANTED + " is not on this machine."
                + " Install it with its venv module (Debian 12: apt-get install python3.11-venv), put it on the PATH as"
                + " python3.11, and start again."));
    }

    private Optional<Path> find() throws InterruptedException {
        for (String name : List.of("python3.11", "python3", "python")) {
            Optional<Path> program = children.find(name);
            if (program.isPresent() && children.run(isWanted(program.get()), QUICK) == 0) {
                return program;
            }
        }
        return Optional.empty();
    }

    private static List<String> isWanted(Path python) {
        return List.of(python.toString(), "-c", "import sys; sys.exit(sys.version_info[:2] != (3, 11))");
    }
}

package dev.pulsehub.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once from the jar for this machine's processor. */
final class Binaries {

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    /** Unpacks beside the target and renames, so that an interrupted unpacking is never taken for a whole one. */
    static Binaries unpackedIn(Path directory) {
        Path home = directory.resolve("postgresql-17.11.0-" + architecture());
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return new Binaries(home);
        }
        try {
            Files.createDirectories(directory);
            Path unfinished = Files.createTempDirectory(directory, "unpacking-");
            unpack(archiveName(), unfinished);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            putInPlace(unfinished, home);
            return new Binaries(home);
        } catch (IOException e) {
            throw new PostgresDidNotStart("Cannot unpack PostgreSQL into " + directory + ": " + e.getMessage(), e);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    Path home() {
        return home;
    }

    private static void putInPlace(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
            deleteTree(unfinished); // another process was faster
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (InputStream resource = Binaries.class.getResourceAsStream(archive)) {
            if (resource == null) {
                throw new PostgresDidNotStart(
                        "No PostgreSQL for " + architecture() + " on " + System.getProperty("os.name")
                                + " is packaged (Linux on amd64 and arm64 is). Set POSTGRES_URL to a server of your own.");
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(resource))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, target);
                }
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("archive entry leaves its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String archiveName() {
        return "/postgres-linux-" + ("arm64".equals(architecture()) ? "arm_64" : "x86_64") + ".txz";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        String processor = switch (name) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> name;
        };
        return linux ? processor : "unsupported-" + processor;
    }

    static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

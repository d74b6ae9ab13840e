package dev.pulsehub.persistence;

import dev.pulsehub.persistence.connection.PostgresUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real PgBouncer in transaction mode with two server connections, as strict as a hosted pooler. */
public final class PgBouncer implements AutoCloseable {

    /** Why a test that needs it was skipped. */
    public static final String HOW_TO_INSTALL =
            "PgBouncer is not installed, so nothing was tried through a pooler: apt-get install pgbouncer";

    private static final String NOBODY = "65534";

    private final Process process;
    private final PostgresUrl url;
    private final Path directory;

    private PgBouncer(Process process, PostgresUrl url, Path directory) {
        this.process = process;
        this.url = url;
        this.directory = directory;
    }

    /** Whether the program is on this machine. */
    public static boolean isInstalled() {
        return binary().isPresent();
    }

    /** Starts a pooler before the server of the address and waits until it answers. */
    public static PgBouncer before(PostgresUrl server) {
        try {
            Path directory = Files.createTempDirectory("pgbouncer-");
            int port = freePort();
            Path users = write(
                    directory.resolve("users.txt"), "\"%s\" \"%s\"\n".formatted(server.user(), server.password()));
            Path settings = write(directory.resolve("pgbouncer.ini"), """
                    [databases]
                    * = host=127.0.0.1 port=%d
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = scram-sha-256
                    auth_file = %s
                    pool_mode = transaction
                    default_pool_size = 2
                    ignore_startup_parameters = extra_float_digits
                    """.formatted(server.port(), port, users));
            List<String> command = new ArrayList<>();
            if (isRoot()) {
                handOver(directory);
                command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
            }
            command.add(binary().orElseThrow().toString());
            command.add(settings.toString());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            await(process, port, directory.resolve("log"));
            PostgresUrl pooled = new PostgresUrl(
                    "localhost", port, server.database(), server.user(), server.password(), server.parameters());
            return new PgBouncer(process, pooled, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address that leads through the pooler. */
    public PostgresUrl url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static Optional<Path> binary() {
        return Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void handOver(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.toList()) {
                Files.setAttribute(path, "unix:uid", Integer.parseInt(NOBODY));
            }
        }
    }

    private static void await(Process process, int port, Path log) throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                if (!process.isAlive()) {
                    throw new IOException("PgBouncer ended: " + Files.readString(log), e);
                }
                sleep();
            }
        }
        throw new IOException("PgBouncer does not answer: " + Files.readString(log));
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}

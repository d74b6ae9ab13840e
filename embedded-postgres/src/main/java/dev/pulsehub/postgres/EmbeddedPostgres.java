package dev.pulsehub.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A durable PostgreSQL server on loopback, started from the packaged binaries.
 *
 * <p>Born with {@link Builder#start()}: binaries are unpacked and the data directory is initialised when they are not
 * there yet, each in one atomic step. A server that a killed process left behind is stopped first. {@link #close()}
 * stops the server and keeps the data; so does the end of the JVM.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private final Binaries binaries;
    private final Rootless rootless;
    private final Secrets secrets;
    private final Commands commands;
    private final DirectoryLock lock;
    private final Thread stopAtExit = new Thread(this::stop, "stop-postgresql");

    private EmbeddedPostgres(Path data, int port, Binaries binaries, Rootless rootless) {
        this.data = data;
        this.port = port;
        this.binaries = binaries;
        this.rootless = rootless;
        this.commands = new Commands(rootless.prefix(), START_LIMIT.plusSeconds(30));
        this.secrets = new Secrets(data.resolveSibling(data.getFileName() + ".secrets"));
        this.lock = new DirectoryLock(data.resolveSibling(data.getFileName() + ".lock"));
    }

    /** A server with a free port and the user's cache directory for its programs; the data directory must be named. */
    public static Builder builder() {
        return new Builder();
    }

    /** Port on loopback. */
    public int port() {
        return port;
    }

    /** Address of the superuser's database; for administration only. */
    public String adminUrl() {
        return url("postgres", "postgres");
    }

    /**
     * A database owned by {@code pulse_owner} for the product's login {@code pulse_app}; made when it is not there yet,
     * with the same addresses on every later start of the same data directory and port.
     */
    public DatabaseUrls createDatabase(String name) {
        return new Databases(this, secrets).create(name);
    }

    /**
     * A database with a login of the same name that owns it and sees nothing else; made when it is not there yet.
     *
     * @return its address, the same on every later start of the same data directory and port
     */
    public String createOwnDatabase(String name) {
        return new Databases(this, secrets).createOwn(name);
    }

    /**
     * Lets a login that a migration made without a password into a database.
     *
     * @return its address there
     */
    public String openLogin(String login, String databaseName) {
        return new Databases(this, secrets).open(login, databaseName);
    }

    Connection connectAsAdmin() throws SQLException {
        return Databases.connect(port, "postgres", "postgres", secrets.passwordOf("postgres"));
    }

    String url(String login, String database) {
        return "postgresql://%s:%s@localhost:%d/%s".formatted(login, secrets.passwordOf(login), port, database);
    }

    private void start() {
        try {
            Files.createDirectories(data.getParent());
            lock.take(data);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise();
            }
            stopLeftover();
            launch();
            Runtime.getRuntime().addShutdownHook(stopAtExit);
        } catch (IOException e) {
            lock.release();
            throw new PostgresDidNotStart("Cannot prepare PostgreSQL in " + data + ": " + e.getMessage(), e);
        } catch (PostgresDidNotStart e) {
            lock.release();
            throw e;
        }
    }

    /** Initialises beside the target and renames, so that half a data directory is never started. */
    private void initialise() throws IOException {
        Path unfinished = data.resolveSibling(data.getFileName() + ".initialising");
        Binaries.deleteTree(unfinished);
        Files.createDirectory(unfinished);
        Path password = Files.createTempFile(data.getParent(), "initdb-", ".pw");
        try {
            Files.writeString(password, secrets.passwordOf("postgres"));
            handOver(password);
            handOver(unfinished);
            run(
                    "initialise",
                    List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + unfinished,
                            "--username=postgres",
                            "--auth=scram-sha-256",
                            "--pwfile=" + password,
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8"));
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data);
    }

    private void handOver(Path path) throws IOException {
        if (rootless == Rootless.NOBODY) {
            Files.setAttribute(path, "unix:uid", 65534);
            Files.setAttribute(path, "unix:gid", 65534);
        }
    }

    /**
     * The lock says that no living program uses the directory, so its server was left behind by a killed one. But after
     * a power cut the number in the file may belong to another program, which {@code pg_ctl} would interrupt.
     */
    private void stopLeftover() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        Optional<ProcessHandle> process = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        Optional<String> command = process.flatMap(known -> known.info().commandLine());
        if (process.isEmpty() || command.isPresent() && !servesThisDirectory(command.get())) {
            Files.delete(file);
        } else {
            stop();
        }
    }

    private boolean servesThisDirectory(String command) {
        return command.contains("postgres") && command.contains(data.toString());
    }

    private void launch() throws IOException {
        if (!portIsFree(port)) {
            throw new PostgresDidNotStart(
                    "Port " + port + " is taken by another program. Stop it, or choose another port.");
        }
        Path log = data.resolveSibling(data.getFileName() + ".log");
        String options = String.join(
                " ",
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c max_connections=60",
                "-c log_timezone=UTC",
                "-c timezone=UTC");
        Files.writeString(log, "");
        handOver(log);
        Commands.Outcome outcome = commands.execute(List.of(
                binaries.program("pg_ctl").toString(),
                "start",
                "--wait",
                "--timeout=" + START_LIMIT.toSeconds(),
                "--pgdata=" + data,
                "--log=" + log,
                "--options=" + options));
        if (outcome.exitCode() != 0) {
            throw new PostgresDidNotStart("Cannot start PostgreSQL in " + data + ": " + outcome.output() + "\n"
                    + Files.readString(log).strip());
        }
    }

    private void stop() {
        try {
            commands.execute(List.of(
                    binaries.program("pg_ctl").toString(),
                    "stop",
                    "--mode=fast",
                    "--wait",
                    "--timeout=30",
                    "--pgdata=" + data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server and keeps the data. */
    @Override
    public void close() {
        stop();
        lock.release();
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException e) {
            System.getLogger(EmbeddedPostgres.class.getName())
                    .log(System.Logger.Level.DEBUG, "the JVM is already ending", e);
        }
    }

    private void run(String doing, List<String> command) throws IOException {
        Commands.Outcome outcome = commands.execute(command);
        if (outcome.exitCode() != 0) {
            throw new PostgresDidNotStart("Cannot " + doing + " PostgreSQL in " + data + ": " + outcome.output());
        }
    }

    private static boolean portIsFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** What must be known before a server starts. */
    public static final class Builder {

        private Path binariesDirectory = Path.of(System.getProperty("user.home"), ".cache", "pulse-hub");
        private Path dataDirectory = Path.of("postgres");
        private int port;
        private @Nullable Rootless rootless;

        private Builder() {}

        Builder rootless(Rootless way) {
            rootless = way;
            return this;
        }

        /** Where the programs are unpacked, shared by all servers of this user; some 60 MB. */
        public Builder binariesDirectory(Path directory) {
            binariesDirectory = directory.toAbsolutePath();
            return this;
        }

        /** Where the rows live; passwords and the log are kept beside it. */
        public Builder dataDirectory(Path directory) {
            dataDirectory = directory;
            return this;
        }

        /** Port on loopback; 0, the default, takes a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Starts the server and waits until it answers.
         *
         * @throws PostgresDidNotStart with what to do about it
         */
        public EmbeddedPostgres start() {
            Rootless way = rootless == null ? Rootless.ofThisMachine() : rootless;
            Binaries binaries = Binaries.unpackedIn(binariesDirectory);
            way.mustRun(binaries.program("postgres"));
            int chosen = port == 0 ? freePort() : port;
            EmbeddedPostgres server = new EmbeddedPostgres(dataDirectory.toAbsolutePath(), chosen, binaries, way);
            server.start();
            return server;
        }

        private static int freePort() {
            try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException e) {
                throw new PostgresDidNotStart("No free port on loopback: " + e.getMessage(), e);
            }
        }
    }
}

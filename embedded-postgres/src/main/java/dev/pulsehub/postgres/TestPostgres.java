package dev.pulsehub.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One server per JVM for tests, under {@code target/}, and databases that are copies of a prepared one: migrating takes
 * seconds, copying a fraction of one.
 */
public final class TestPostgres {

    private static final Map<String, DatabaseUrls> TEMPLATES = new HashMap<>();
    private static final AtomicInteger COPIES = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = startFresh();
    }

    private static EmbeddedPostgres startFresh() {
        Path servers = Path.of("target", "test-postgres");
        try {
            clearAway(servers);
            return serverIn(
                    servers.resolve(Long.toString(ProcessHandle.current().pid())));
        } catch (IOException e) {
            throw new PostgresDidNotStart("Cannot clear away " + servers + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres serverIn(Path directory) {
        return EmbeddedPostgres.builder()
                .dataDirectory(directory.resolve("data"))
                .start();
    }

    /** What earlier JVMs left, also a server that outlived a killed one. */
    private static void clearAway(Path servers) throws IOException {
        if (!Files.isDirectory(servers)) {
            return;
        }
        List<Path> directories;
        try (Stream<Path> found = Files.list(servers)) {
            directories = found.toList();
        }
        for (Path directory : directories) {
            if (ProcessHandle.of(Long.parseLong(directory.getFileName().toString()))
                    .isEmpty()) {
                if (Files.exists(directory.resolve("data/postmaster.pid"))) {
                    serverIn(directory).close();
                }
                Binaries.deleteTree(directory);
            }
        }
    }

    /** The server of this JVM. */
    public static EmbeddedPostgres server() {
        return Server.INSTANCE;
    }

    /**
     * A database nobody else uses.
     *
     * @param template name of the prepared database; the same name means the same preparation
     * @param prepare migrates the template, once per JVM
     */
    public static synchronized DatabaseUrls freshDatabase(String template, Consumer<DatabaseUrls> prepare) {
        TEMPLATES.computeIfAbsent(template, name -> {
            DatabaseUrls urls = server().createDatabase(name);
            prepare.accept(urls);
            return urls;
        });
        String copy = template + "_" + COPIES.incrementAndGet();
        try (Connection admin = server().connectAsAdmin();
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + copy + " template " + template + " owner pulse_owner");
            copySettings(statement, template, copy);
        } catch (SQLException e) {
            throw new PostgresDidNotStart("Cannot copy database " + template + ": " + e.getMessage(), e);
        }
        return server().createDatabase(copy);
    }

    /** A copy takes rows and rights along, but not what {@code alter role ... in database} set. */
    private static void copySettings(Statement statement, String template, String copy) throws SQLException {
        statement.execute("""
                insert into pg_db_role_setting (setdatabase, setrole, setconfig)
                select (select oid from pg_database where datname = '%s'), s.setrole, s.setconfig
                from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
                where d.datname = '%s'
                """.formatted(copy, template));
    }
}

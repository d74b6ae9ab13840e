package dev.pulsehub.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One server per JVM for tests, under {@code target/}, and databases that are copies of a prepared one: migrating takes
 * seconds, copying a fraction of one.
 */
public final class TestPostgres {

    private static final Map<String, DatabaseUrls> TEMPLATES = new HashMap<>();
    private static final AtomicInteger COPIES = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = EmbeddedPostgres.builder()
                .dataDirectory(Path.of(
                        "target", "test-postgres-" + ProcessHandle.current().pid(), "data"))
                .start();
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

package dev.pulsehub.persistence.schema;

import dev.pulsehub.persistence.connection.PostgresUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates the schema and binds the application's login to roles that may do nothing by default. Safe to run by several
 * processes at once and any number of times; an edited migration stops the start instead of being repaired.
 */
public final class SchemaMigration {

    private static final int OLDEST_SERVER = 15;

    private final PostgresUrl owner;
    private final String applicationLogin;

    /**
     * @param owner address of the login that may create roles and schemas; a session, not a transaction pooler
     * @param applicationLogin login the product runs as; may be the owner itself
     */
    public SchemaMigration(PostgresUrl owner, String applicationLogin) {
        this.owner = owner;
        this.applicationLogin = applicationLogin;
    }

    /**
     * Brings the database up to date.
     *
     * @throws SchemaNotMigrated with what stands in the way
     */
    public void run() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            checkVersion(statement);
        } catch (SQLException e) {
            throw new SchemaNotMigrated("Cannot reach the database " + owner + " to migrate it: " + e.getMessage(), e);
        }
        try {
            Flyway.configure(SchemaMigration.class.getClassLoader())
                    .dataSource(owner.jdbc(), owner.user(), owner.password())
                    .schemas("flyway")
                    .defaultSchema("flyway")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SchemaNotMigrated("The database " + owner + " was not migrated: " + e.getMessage(), e);
        }
        bindApplicationLogin();
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", owner.user());
        login.setProperty("password", owner.password());
        return DriverManager.getConnection(owner.jdbc(), login);
    }

    private static void checkVersion(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select current_setting('server_version_num')::int / 10000")) {
            rows.next();
            if (rows.getInt(1) < OLDEST_SERVER) {
                throw new SchemaNotMigrated(
                        "PostgreSQL " + OLDEST_SERVER + " or newer is needed; this server is " + rows.getInt(1));
            }
        }
    }

    /** The login starts each session as pulse_none, also when it bypasses row level security. */
    private void bindApplicationLogin() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role none");
            String login = statement.enquoteIdentifier(applicationLogin, true);
            String database = statement.enquoteIdentifier(owner.database(), true);
            statement.execute("grant pulse_none, pulse_reader, pulse_writer to " + login + withoutInherit(statement));
            statement.execute("grant connect on database " + database + " to " + login);
            statement.execute("alter role " + login + " in database " + database + " set role = 'pulse_none'");
        } catch (SQLException e) {
            throw new SchemaNotMigrated(
                    "The login " + applicationLogin + " could not be bound to its roles: " + e.getMessage(), e);
        }
    }

    /** PostgreSQL 16 and later keep inheritance per grant; before, it is the login's own attribute. */
    private static String withoutInherit(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select current_setting('server_version_num')::int >= 160000")) {
            rows.next();
            return rows.getBoolean(1) ? " with inherit false, set true" : "";
        }
    }
}

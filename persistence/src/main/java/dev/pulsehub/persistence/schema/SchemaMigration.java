package dev.pulsehub.persistence.schema;

import dev.pulsehub.persistence.connection.PostgresUrl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Migrates the schema and binds the application's login to roles that may do nothing by default. Safe to run by several
 * processes at once and any number of times; an edited migration stops the start instead of being repaired.
 */
public final class SchemaMigration {

    private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());
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
     * The migration a deployment's variables ask for: as {@code POSTGRES_MIGRATION_URL}, which is the address of a
     * session when {@code POSTGRES_URL} is a transaction pooler's, else as {@code POSTGRES_URL}.
     *
     * @throws IllegalArgumentException naming the variable that is missing or malformed
     */
    public static SchemaMigration of(Map<String, String> environment) {
        PostgresUrl application = address(environment, "POSTGRES_URL");
        PostgresUrl owner =
                environment.getOrDefault("POSTGRES_MIGRATION_URL", "").isBlank()
                        ? application
                        : address(environment, "POSTGRES_MIGRATION_URL");
        return new SchemaMigration(owner, loginBehind(application));
    }

    private static PostgresUrl address(Map<String, String> environment, String variable) {
        try {
            return PostgresUrl.parse(environment.getOrDefault(variable, ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(variable + " is " + e.getMessage(), e);
        }
    }

    /** A pooler's user may name a tenant beside the login ({@code postgres.project}), so the server is asked. */
    private static String loginBehind(PostgresUrl application) {
        try (Connection connection = connect(application);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select session_user")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the login may not connect before it is bound", e);
            return application.user();
        }
    }

    /**
     * Brings the database up to date.
     *
     * @throws SchemaNotMigrated with what stands in the way
     */
    public void run() {
        try (Connection connection = connect(owner);
                Statement statement = connection.createStatement()) {
            statement.execute("set role none");
            checkVersion(statement);
            checkRoles(statement);
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

    /** The owner's address, without the password. */
    @Override
    public String toString() {
        return owner.toString();
    }

    private static Connection connect(PostgresUrl url) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url.jdbc());
        source.setUser(url.user());
        source.setPassword(url.password());
        return source.getConnection();
    }

    private static void checkVersion(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select current_setting('server_version_num')::int / 10000")) {
            rows.next();
            refuseOlder(rows.getInt(1));
        }
    }

    static void refuseOlder(int majorVersion) {
        if (majorVersion < OLDEST_SERVER) {
            throw new SchemaNotMigrated(
                    "PostgreSQL " + OLDEST_SERVER + " or newer is needed; this server is " + majorVersion);
        }
    }

    private void checkRoles(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                select r.rolsuper or r.rolcreaterole
                    or (select count(*) = 4 from pg_roles
                        where rolname in ('pulse_none', 'pulse_reader', 'pulse_writer', 'pulse_bi'))
                from pg_roles r where r.rolname = current_user
                """)) {
            rows.next();
            if (!rows.getBoolean(1)) {
                throw new SchemaNotMigrated("The login of " + owner
                        + " may not create the roles pulse_none, pulse_reader,"
                        + " pulse_writer and pulse_bi. Let a superuser run: alter role \"" + owner.user()
                        + "\" createrole");
            }
        }
    }

    /** The login starts each session as pulse_none, also when it bypasses row level security. */
    private void bindApplicationLogin() {
        try (Connection connection = connect(owner);
                Statement statement = connection.createStatement()) {
            statement.execute("set role none");
            String login = statement.enquoteIdentifier(applicationLogin, true);
            String database = statement.enquoteIdentifier(owner.database(), true);
            statement.execute("grant pulse_none, pulse_reader, pulse_writer to " + login + withoutInherit(statement));
            statement.execute("grant connect on database " + database + " to " + login);
            statement.execute("alter role " + login + " in database " + database + " set role = 'pulse_none'");
        } catch (SQLException e) {
            throw new SchemaNotMigrated(
                    "The login " + applicationLogin + " could not be bound to its roles: " + e.getMessage()
                            + ". The migration's login " + owner.user() + " needs the right to grant them; a superuser"
                            + " can give it: grant pulse_none, pulse_reader, pulse_writer to \"" + owner.user()
                            + "\" with admin option",
                    e);
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

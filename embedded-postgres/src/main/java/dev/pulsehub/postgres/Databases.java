package dev.pulsehub.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes databases and the two logins the product needs, so that a start finds what an earlier start made. */
final class Databases {

    private static final String OWNER = "pulse_owner";
    private static final String APPLICATION = "pulse_app";

    private final EmbeddedPostgres server;
    private final Secrets secrets;

    Databases(EmbeddedPostgres server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    DatabaseUrls create(String name) {
        mustBeName(name);
        try (Connection admin = server.connectAsAdmin();
                Statement statement = admin.createStatement()) {
            ensureLogin(admin, statement, OWNER, "createrole noinherit");
            ensureLogin(admin, statement, APPLICATION, "noinherit");
            statement.execute("grant " + APPLICATION + " to " + OWNER + " with admin true, inherit false, set false");
            if (!exists(admin, "select from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + OWNER);
            }
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to " + APPLICATION);
        } catch (SQLException e) {
            throw new PostgresDidNotStart("Cannot make database " + name + ": " + e.getMessage(), e);
        }
        return new DatabaseUrls(server.url(OWNER, name), server.url(APPLICATION, name));
    }

    String createOwn(String name) {
        mustBeName(name);
        try (Connection admin = server.connectAsAdmin();
                Statement statement = admin.createStatement()) {
            ensureLogin(admin, statement, name, "noinherit");
            if (!exists(admin, "select from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + name);
            }
            statement.execute("revoke all on database " + name + " from public");
        } catch (SQLException e) {
            throw new PostgresDidNotStart("Cannot make database " + name + ": " + e.getMessage(), e);
        }
        return server.url(name, name);
    }

    String open(String login, String database) {
        mustBeName(login);
        mustBeName(database);
        try (Connection admin = server.connectAsAdmin();
                Statement statement = admin.createStatement()) {
            statement.execute("alter role " + login + " password '" + secrets.passwordOf(login) + "'");
            statement.execute("grant connect on database " + database + " to " + login);
        } catch (SQLException e) {
            throw new PostgresDidNotStart("Cannot let " + login + " into " + database + ": " + e.getMessage(), e);
        }
        return server.url(login, database);
    }

    private static void mustBeName(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,50}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
    }

    private void ensureLogin(Connection admin, Statement statement, String login, String rights) throws SQLException {
        if (!exists(admin, "select from pg_roles where rolname = ?", login)) {
            statement.execute("create role " + login + " login " + rights);
        }
        statement.execute("alter role " + login + " password '" + secrets.passwordOf(login) + "'");
    }

    private static boolean exists(Connection admin, String query, String name) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    static Connection connect(int port, String database, String login, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(login);
        source.setPassword(password);
        return source.getConnection();
    }
}

package dev.pulsehub.persistence;

import dev.pulsehub.persistence.connection.PostgresUrl;
import dev.pulsehub.persistence.schema.SchemaMigration;
import dev.pulsehub.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What a hosted database gives: one login for everything, which owns the schema and bypasses row level security. */
public final class HostedDatabase {

    private HostedDatabase() {}

    /**
     * A migrated database.
     *
     * @param name of the database and of its login, used by nobody else on the server
     */
    public static PostgresUrl create(String name) throws SQLException {
        TestDatabase.fresh(); // the roles are the server's, and there must be some to be granted
        PostgresUrl admin = PostgresUrl.parse(TestPostgres.server().adminUrl());
        try (Connection connection = DriverManager.getConnection(admin.jdbc(), admin.user(), admin.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create role %1$s login createrole bypassrls password '%1$s'".formatted(name));
            statement.execute(
                    "grant pulse_none, pulse_reader, pulse_writer to %s with admin option, inherit false, set true"
                            .formatted(name));
            statement.execute("create database %1$s owner %1$s".formatted(name));
        }
        PostgresUrl hosted = new PostgresUrl(admin.host(), admin.port(), name, name, name, admin.parameters());
        new SchemaMigration(hosted, name).run();
        return hosted;
    }
}

package dev.pulsehub.core.report;

import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.PostgresUrl;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A database with the generated rows of {@code report/fixture.sql}: two organizations, a year and a half. */
final class ReportFixture {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Transactions transactions;

    ReportFixture() {
        TestDatabase database = TestDatabase.fresh();
        this.transactions = database.transactions();
        load(database.owner());
    }

    /** As the owner: the product's own roles may make no temporary tables. */
    private static void load(PostgresUrl owner) {
        try (Connection connection = DriverManager.getConnection(owner.jdbc(), owner.user(), owner.password())) {
            connection.setAutoCommit(false);
            execute(connection, "set role none");
            set(connection, "fixture.now", NOW.toString());
            execute(connection, resource("fixture.sql"));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The fixture could not be loaded", e);
        }
    }

    Transactions transactions() {
        return transactions;
    }

    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    long organization(String slug) {
        return id("select id from pulse.organization where slug = ?", slug);
    }

    long person(String login) {
        return id("select id from pulse.person where login = ?", login);
    }

    /** What the person asks about all repositories of the organization, bots left out. */
    Selection selection(String login, String organization, Range range) {
        return new Selection(person(login), organization(organization), List.of(), range, false);
    }

    Oracle oracle(String name, long organization, Instant from, Instant to) {
        return transactions.call(Caller.writer(), connection -> {
            set(connection, "oracle.organization", Long.toString(organization));
            set(connection, "oracle.from", from.toString());
            set(connection, "oracle.to", to.toString());
            set(connection, "oracle.now", NOW.toString());
            return Sql.of(resource("oracle/" + name + ".sql"))
                    .get(connection, row -> new Oracle(Double.parseDouble(row.text("value")), row.number("n")));
        });
    }

    /** The second way to a metric of the catalogue. */
    MetricOracle metric(String key, long organization, Window window, boolean before) {
        return transactions.call(
                Caller.writer(),
                connection -> MetricOracle.ask(
                        connection,
                        key,
                        organization,
                        before ? window.previousFrom() : window.from(),
                        before ? window.from() : window.to(),
                        NOW,
                        window.days()));
    }

    /** A number computed the second way, and how many rows it stands on. */
    record Oracle(double value, long n) {}

    void execute(String sql) {
        transactions.run(Caller.writer(), connection -> execute(connection, sql));
    }

    private long id(String sql, String name) {
        return transactions.call(
                Caller.writer(), connection -> Sql.of(sql, name).get(connection, row -> row.number("id")));
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        Sql.of("select set_config(?, ?, true) as value", setting, value).get(connection, row -> row.text("value"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ReportFixture.class.getResourceAsStream("/report/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource report/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

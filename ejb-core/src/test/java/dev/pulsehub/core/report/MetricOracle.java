package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A metric computed by plain SQL over the raw tables, written from the definition before the product's own way was.
 *
 * @param value in the metric's unit; empty without data
 */
public record MetricOracle(Optional<Double> value, long n) {

    /** The number of {@code truth/oracle/<key>.sql}. */
    public static MetricOracle ask(
            Connection connection, String key, long organization, Instant from, Instant to, Instant now, long days)
            throws SQLException {
        set(connection, "oracle.organization", Long.toString(organization));
        set(connection, "oracle.from", from.toString());
        set(connection, "oracle.to", to.toString());
        set(connection, "oracle.now", now.toString());
        set(connection, "oracle.days", Long.toString(days));
        return Sql.of(statement(key))
                .get(connection, row -> new MetricOracle(row.findText("value").map(Double::valueOf), row.number("n")));
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        Sql.of("select set_config(?, ?, true) as value", setting, value).get(connection, row -> row.text("value"));
    }

    private static String statement(String key) {
        try (InputStream in = MetricOracle.class.getResourceAsStream("/truth/oracle/" + key + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no oracle for " + key);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

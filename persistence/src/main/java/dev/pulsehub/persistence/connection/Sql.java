package dev.pulsehub.persistence.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One statement and the values of its question marks, in order. Moments are bound as {@code timestamptz}, durations as
 * seconds ({@code ? * interval '1 second'}), Java arrays as PostgreSQL arrays.
 */
public final class Sql {

    private final String text;
    private final @Nullable Object[] values;

    private Sql(String text, @Nullable Object[] values) {
        this.text = text;
        this.values = values;
    }

    /** A statement whose values are bound in the order of its question marks. */
    public static Sql of(String text, @Nullable Object... values) {
        return new Sql(text, values.clone());
    }

    /** Turns the current row into a value. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    /** All rows, in the statement's order; may be empty. */
    public <T> List<T> list(Connection connection, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            Row row = new Row(result);
            while (result.next()) {
                rows.add(reader.read(row));
            }
            return List.copyOf(rows);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> find(Connection connection, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(reader.read(new Row(result))) : Optional.empty();
        }
    }

    /** The row of a statement that always gives one. */
    public <T> T get(Connection connection, RowReader<T> reader) throws SQLException {
        return find(connection, reader).orElseThrow(() -> new SQLException("no row where one must be: " + text));
    }

    /** Runs a statement without rows and gives the number of rows it touched. */
    public int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, bound(connection, values[i]));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static @Nullable Object bound(Connection connection, @Nullable Object value) throws SQLException {
        return switch (value) {
            case Instant moment -> moment.atOffset(ZoneOffset.UTC);
            case Duration span -> span.toNanos() / 1e9;
            case String[] texts -> connection.createArrayOf("text", texts);
            case Long[] numbers -> connection.createArrayOf("bigint", numbers);
            case UUID[] ids -> connection.createArrayOf("uuid", ids);
            case byte[][] bytes -> connection.createArrayOf("bytea", bytes);
            case null, default -> value;
        };
    }
}

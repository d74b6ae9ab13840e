package dev.pulsehub.persistence.connection;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The row a result stands on, read by column name; a column that may be null is read by a {@code find} method. */
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) throws SQLException {
        return findText(column).orElseThrow(() -> missing(column));
    }

    public Optional<String> findText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    public long number(String column) throws SQLException {
        return findNumber(column).orElseThrow(() -> missing(column));
    }

    public OptionalLong findNumber(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public int count(String column) throws SQLException {
        return Math.toIntExact(number(column));
    }

    public boolean flag(String column) throws SQLException {
        boolean value = result.getBoolean(column);
        if (result.wasNull()) {
            throw missing(column);
        }
        return value;
    }

    public Instant moment(String column) throws SQLException {
        return findMoment(column).orElseThrow(() -> missing(column));
    }

    public Optional<Instant> findMoment(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    public UUID uuid(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, UUID.class)).orElseThrow(() -> missing(column));
    }

    public byte[] bytes(String column) throws SQLException {
        return Optional.ofNullable(result.getBytes(column)).orElseThrow(() -> missing(column));
    }

    public List<String> texts(String column) throws SQLException {
        Array array = result.getArray(column);
        if (array == null) {
            throw missing(column);
        }
        return List.of((String[]) array.getArray());
    }

    private static SQLException missing(String column) {
        return new SQLException("column " + column + " is null");
    }
}

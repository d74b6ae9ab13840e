package dev.pulsehub.persistence.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One {@code insert ... select from unnest(...)} for many rows: one array a column, one round trip. NUL characters,
 * which PostgreSQL cannot store, are left out of texts.
 */
public final class Bulk<T> {

    private static final String LIST_SEPARATOR = "\u001f";

    private final String table;
    private final List<Column<T>> columns = new ArrayList<>();
    private String onConflict = "";

    private Bulk(String table) {
        this.table = table;
    }

    private record Column<T>(String name, String arrayType, String expression, Function<T, @Nullable Object> value) {}

    /** Rows for a table. */
    public static <T> Bulk<T> into(String table) {
        return new Bulk<>(table);
    }

    /** A column of PostgreSQL's type; a null becomes null. */
    public Bulk<T> column(String name, String type, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(name, type, name, value));
        return this;
    }

    /** A {@code text[]} column; arrays of arrays would be flattened, so each list travels as one text. */
    public Bulk<T> texts(String name, Function<T, List<String>> value) {
        columns.add(new Column<>(
                name,
                "text",
                "coalesce(string_to_array(nullif(" + name + ", ''), chr(31)), '{}')",
                row -> String.join(LIST_SEPARATOR, value.apply(row))));
        return this;
    }

    /** What happens to rows that are there already. */
    public Bulk<T> onConflict(String clause) {
        onConflict = clause;
        return this;
    }

    /**
     * Writes the rows; no key may occur twice among them.
     *
     * @return how many rows were inserted or updated
     */
    public int write(Connection connection, Collection<T> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(statement())) {
            int place = 1;
            for (Column<T> column : columns) {
                Object[] values =
                        rows.stream().map(column.value()).map(Bulk::text).toArray();
                statement.setArray(place++, connection.createArrayOf(column.arrayType(), values));
            }
            return statement.executeUpdate();
        }
    }

    private String statement() {
        return "insert into %s (%s) select %s from unnest(%s) as incoming (%s) %s"
                .formatted(
                        table,
                        joined(Column::name),
                        joined(Column::expression),
                        joined(column -> "?::" + column.arrayType() + "[]"),
                        joined(Column::name),
                        onConflict);
    }

    private String joined(Function<Column<T>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString().replace("\0", "");
    }
}

package dev.pulsehub.mcp.tool;

import dev.pulsehub.core.report.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of few columns: a third of the tokens of objects.
 *
 * @param rows values in the order of the columns; null where nothing is known
 */
record Rows(List<String> columns, List<List<@Nullable Object>> rows) {

    /** The columns of that name, of the contract all interfaces share. */
    static <T> Rows of(List<Column<T>> all, List<String> names, List<T> rows) {
        List<Column<T>> columns = names.stream()
                .map(name -> all.stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
        return new Rows(names, rows.stream().map(row -> values(columns, row)).toList());
    }

    private static <T> List<@Nullable Object> values(List<Column<T>> columns, T row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column<T> column : columns) {
            values.add(column.value().apply(row).map(Rows::clean).orElse(null));
        }
        return values;
    }

    static Object clean(Object value) {
        return switch (value) {
            case String text -> Untrusted.line(text);
            case List<?> list ->
                list.stream().map(one -> Untrusted.line(one.toString())).toList();
            default -> value;
        };
    }

    /**
     * The answer of a list.
     *
     * @param what one line: what was listed, how many, from where
     */
    Answer answer(String what, Origin origin, Optional<String> cursor, String linkTemplate) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("source", origin.source());
        body.put("as_of", origin.asOf());
        body.put("complete", origin.complete());
        body.put("columns", columns);
        body.put("rows", rows);
        body.put("link", linkTemplate);
        cursor.ifPresent(next -> body.put("next_cursor", next));
        String table = rows.isEmpty() ? "" : "\n" + String.join("\t", columns) + "\n" + lines();
        return new Answer(
                body,
                what + ", " + origin.words() + ". Links: " + linkTemplate + table
                        + cursor.map(next -> "\nMore: cursor " + next).orElse(""));
    }

    private String lines() {
        return rows.stream()
                .map(row -> row.stream().map(Rows::cell).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> list.stream().map(Object::toString).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }
}

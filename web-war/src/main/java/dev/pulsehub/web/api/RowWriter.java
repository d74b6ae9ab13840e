package dev.pulsehub.web.api;

import dev.pulsehub.core.report.Column;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes rows in the order of their columns. */
final class RowWriter {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private RowWriter() {}

    static <T> String write(RowFormat format, List<Column<T>> columns, List<T> rows) {
        return switch (format) {
            case JSON -> json(columns, rows);
            case NDJSON -> ndjson(columns, rows);
            case CSV -> csv(columns, rows);
        };
    }

    private static <T> String json(List<Column<T>> columns, List<T> rows) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(out)) {
            json.writeStartArray();
            rows.forEach(row -> object(json, columns, row));
            json.writeEnd();
        }
        return out.toString();
    }

    private static <T> String ndjson(List<Column<T>> columns, List<T> rows) {
        StringBuilder out = new StringBuilder();
        for (T row : rows) {
            StringWriter line = new StringWriter();
            try (JsonGenerator json = Json.createGenerator(line)) {
                object(json, columns, row);
            }
            out.append(line).append('\n');
        }
        return out.toString();
    }

    private static <T> void object(JsonGenerator json, List<Column<T>> columns, T row) {
        json.writeStartObject();
        for (Column<T> column : columns) {
            Optional<Object> value = column.value().apply(row);
            if (value.isEmpty()) {
                json.writeNull(column.name());
            } else {
                member(json, column.name(), value.orElseThrow());
            }
        }
        json.writeEnd();
    }

    private static void member(JsonGenerator json, String name, Object value) {
        switch (value) {
            case Long number -> json.write(name, number);
            case Integer number -> json.write(name, number);
            case Double number -> json.write(name, number);
            case Boolean flag -> json.write(name, flag);
            case List<?> texts -> {
                json.writeStartArray(name);
                texts.forEach(text -> json.write(text.toString()));
                json.writeEnd();
            }
            default -> json.write(name, value.toString());
        }
    }

    private static <T> String csv(List<Column<T>> columns, List<T> rows) {
        StringWriter out = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.stream().map(Column::name).toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(out, format)) {
            for (T row : rows) {
                printer.printRecord(
                        columns.stream().map(column -> cell(column.value().apply(row))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String cell(Optional<Object> value) {
        return value.map(present -> switch (present) {
                    case List<?> texts ->
                        harmless(String.join(
                                ";", texts.stream().map(Object::toString).toList()));
                    case String text -> harmless(text);
                    default -> present.toString();
                })
                .orElse("");
    }

    /** A spreadsheet must not run what a stranger wrote into a title. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

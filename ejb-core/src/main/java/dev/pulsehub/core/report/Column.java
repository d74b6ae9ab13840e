package dev.pulsehub.core.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * One column of the API's contract: the same name and value in every format.
 *
 * @param value text, whole number, boolean or list of texts; moments as ISO 8601 in UTC; empty when unknown
 */
public record Column<T>(String name, Function<T, Optional<Object>> value) {

    public static <T> Column<T> of(String name, Function<T, Object> value) {
        return new Column<>(name, row -> Optional.of(value.apply(row)));
    }

    public static <T> Column<T> maybe(String name, Function<T, Optional<String>> value) {
        return new Column<>(name, row -> value.apply(row).map(text -> text));
    }

    public static <T> Column<T> at(String name, Function<T, Instant> value) {
        return new Column<>(name, row -> Optional.of(iso(value.apply(row))));
    }

    public static <T> Column<T> maybeAt(String name, Function<T, Optional<Instant>> value) {
        return new Column<>(name, row -> value.apply(row).map(Column::iso));
    }

    public static <T> Column<T> seconds(String name, Function<T, OptionalLong> value) {
        return new Column<>(name, row -> {
            OptionalLong seconds = value.apply(row);
            return seconds.isPresent() ? Optional.of(seconds.getAsLong()) : Optional.empty();
        });
    }

    public static <T> Column<T> texts(String name, Function<T, List<String>> value) {
        return new Column<>(name, row -> Optional.of(value.apply(row)));
    }

    private static String iso(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }
}

package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The {@code where} of a list: fragments and the values of their question marks, in order. */
final class Conditions {

    private final List<String> fragments = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Conditions and(String fragment, Object... bound) {
        fragments.add(fragment);
        values.addAll(Arrays.asList(bound));
        return this;
    }

    /** Adds the fragment only when there is a value for its question mark. */
    <T> Conditions maybe(String fragment, Optional<T> value, Function<T, Object> bound) {
        value.ifPresent(present -> and(fragment, bound.apply(present)));
        return this;
    }

    /** The statement with {@code :where} replaced; further values follow those of the conditions. */
    Sql in(String statement, Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return Sql.of(statement.replace(":where", String.join("\n  and ", fragments)), all.toArray());
    }

    /** A pattern that finds the text anywhere, whatever wildcards it holds. */
    static Object containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}

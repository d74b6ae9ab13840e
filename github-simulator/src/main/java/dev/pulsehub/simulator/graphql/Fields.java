package dev.pulsehub.simulator.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How each field of each type of the schema is answered from the world. */
final class Fields {

    private final Map<String, Map<String, BiFunction<Object, DataFetchingEnvironment, @Nullable Object>>> byType =
            new HashMap<>();

    /** The fields of one type of the schema, whose objects are of the given class. */
    <T> OfType<T> of(String type, Class<T> source) {
        return new OfType<>(byType.computeIfAbsent(type, name -> new HashMap<>()), source);
    }

    /** All that are answered, as {@code Type.field}. */
    List<String> names() {
        return byType.entrySet().stream()
                .flatMap(type -> type.getValue().keySet().stream().map(field -> type.getKey() + "." + field))
                .sorted()
                .toList();
    }

    @Nullable
    Object answer(String type, String field, DataFetchingEnvironment environment) {
        BiFunction<Object, DataFetchingEnvironment, @Nullable Object> resolver =
                byType.getOrDefault(type, Map.of()).get(field);
        if (resolver == null) {
            throw new QueryRefused("The simulator does not resolve " + type + "." + field + " yet", "NOT_IMPLEMENTED");
        }
        Object source = environment.getSource();
        Object answer = resolver.apply(source == null ? "root" : source, environment);
        return answer instanceof Optional<?> optional ? optional.orElse(null) : answer;
    }

    record OfType<T>(
            Map<String, BiFunction<Object, DataFetchingEnvironment, @Nullable Object>> fields, Class<T> source) {

        OfType<T> put(String field, Function<T, @Nullable Object> resolver) {
            fields.put(field, (object, environment) -> resolver.apply(source.cast(object)));
            return this;
        }

        OfType<T> ask(String field, BiFunction<T, DataFetchingEnvironment, @Nullable Object> resolver) {
            fields.put(field, (object, environment) -> resolver.apply(source.cast(object), environment));
            return this;
        }
    }
}

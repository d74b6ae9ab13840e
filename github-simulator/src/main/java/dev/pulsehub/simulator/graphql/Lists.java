package dev.pulsehub.simulator.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What connections list, filtered and in the order asked for. */
final class Lists {

    private Lists() {}

    /** In the list's own order; a cursor holds the place. */
    static <T> Slice listed(DataFetchingEnvironment environment, List<T> all) {
        Map<T, Integer> places = new IdentityHashMap<>();
        for (T one : all) {
            places.put(one, places.size());
        }
        return Slice.of(environment, all, one -> "%09d".formatted(places.getOrDefault(one, 0)), false);
    }

    /**
     * Sorted by what {@code orderBy} asks for, by creation otherwise; a cursor holds the sort key and the id, so that
     * it outlives moves of other nodes.
     *
     * @param keys what can be sorted by, as text that sorts alike
     */
    static <T> Slice ordered(
            DataFetchingEnvironment environment,
            List<T> all,
            Map<String, Function<T, String>> keys,
            Function<T, Long> id) {
        Map<String, Object> order = environment.getArgument("orderBy");
        String field = order == null ? "CREATED_AT" : String.valueOf(order.get("field"));
        boolean descending = order != null && "DESC".equals(order.get("direction"));
        Function<T, String> asked = keys.get(field);
        if (asked == null) {
            throw new QueryRefused("The simulator does not order by " + field + " yet", "NOT_IMPLEMENTED");
        }
        record Placed<T>(T one, String key) {}
        Comparator<Placed<T>> comparator = Comparator.comparing(Placed::key);
        Slice slice = Slice.of(
                environment,
                all.stream()
                        .map(one -> new Placed<>(one, asked.apply(one) + "\0" + number(id.apply(one))))
                        .sorted(descending ? comparator.reversed() : comparator)
                        .toList(),
                Placed::key,
                descending);
        return slice.as(placed -> ((Placed<?>) placed).one());
    }

    static String moment(Instant moment) {
        return number(moment.getEpochSecond());
    }

    static String number(long number) {
        String digits = Long.toString(number);
        return number < 0 ? "%020d".formatted(number) : "0".repeat(20 - digits.length()) + digits;
    }

    /** True for all where the argument is missing. */
    static <T> Predicate<T> oneOf(DataFetchingEnvironment environment, String argument, Function<T, String> value) {
        List<String> asked = environment.getArgument(argument);
        return one -> asked == null || asked.contains(value.apply(one));
    }

    static Optional<String> text(DataFetchingEnvironment environment, String argument) {
        return Optional.ofNullable(environment.<@Nullable String>getArgument(argument));
    }

    /** For a filter nobody here can answer. */
    static QueryRefused unknown(String filter) {
        return new QueryRefused("The simulator does not filter by " + filter + " yet", "NOT_IMPLEMENTED");
    }
}

package dev.pulsehub.simulator.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One page of a connection.
 *
 * @param cursors one for each node: opaque, made of the node's sort key, so that a page goes on after a node that moved
 */
record Slice(
        int totalCount,
        List<?> nodes,
        List<String> cursors,
        boolean hasNextPage,
        boolean hasPreviousPage,
        Map<String, Function<Object, @Nullable Object>> onEdges) {

    private Slice(int totalCount, List<?> nodes, List<String> cursors, boolean hasNextPage, boolean hasPreviousPage) {
        this(totalCount, nodes, cursors, hasNextPage, hasPreviousPage, Map.of());
    }

    /** With a field on its edges that tells how a node belongs here, a role for example. */
    Slice with(String field, Function<Object, @Nullable Object> answer) {
        return new Slice(totalCount, nodes, cursors, hasNextPage, hasPreviousPage, Map.of(field, answer));
    }

    /** The same page of a longer list than can be read to its end. */
    Slice outOf(int all) {
        return new Slice(all, nodes, cursors, hasNextPage, hasPreviousPage, onEdges);
    }

    /**
     * Cuts the page that {@code first}, {@code after}, {@code last} and {@code before} ask for.
     *
     * @param all every node, in the order of {@code key}, whose text grows along the list
     * @param descending that text shrinks along the list instead
     */
    static <T> Slice of(DataFetchingEnvironment environment, List<T> all, Function<T, String> key, boolean descending) {
        Integer first = environment.getArgument("first");
        Integer last = environment.getArgument("last");
        requireBounds(environment, first, last);
        int from = 0;
        int to = all.size();
        String after = decode(environment.getArgument("after"));
        if (after != null) {
            from = firstWhere(all, key, place -> descending ? place.compareTo(after) < 0 : place.compareTo(after) > 0);
        }
        String before = decode(environment.getArgument("before"));
        if (before != null) {
            Predicate<String> reached =
                    place -> descending ? place.compareTo(before) <= 0 : place.compareTo(before) >= 0;
            to = Math.max(from, firstWhere(all, key, reached));
        }
        int end = first == null ? to : Math.min(to, from + first);
        int start = last == null ? from : Math.max(from, end - last);
        List<T> nodes = all.subList(start, end);
        return new Slice(
                all.size(), nodes, nodes.stream().map(key).map(Slice::encode).toList(), end < all.size(), start > 0);
    }

    /** The same page with each node in another form. */
    Slice as(Function<Object, ?> form) {
        return new Slice(totalCount, nodes.stream().map(form).toList(), cursors, hasNextPage, hasPreviousPage, onEdges);
    }

    /** The first index whose key fulfils a condition that all later keys fulfil too. */
    private static <T> int firstWhere(List<T> all, Function<T, String> key, Predicate<String> condition) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(key.apply(all.get(middle)))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** A node with its cursor. */
    record Edge(String cursor, Object node, Map<String, Function<Object, @Nullable Object>> more) {

        /** Every type whose name ends in Edge is answered alike, save for what this list says of its nodes. */
        @Nullable
        Object field(String field) {
            Function<Object, @Nullable Object> own = more.get(field);
            if (own != null) {
                return own.apply(node);
            }
            return switch (field) {
                case "cursor" -> cursor;
                case "node" -> node;
                default ->
                    throw new QueryRefused(
                            "The simulator does not resolve " + field + " of an edge yet", "NOT_IMPLEMENTED");
            };
        }
    }

    List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            edges.add(new Edge(cursors.get(i), nodes.get(i), onEdges));
        }
        return edges;
    }

    /** Every type whose name ends in Connection is answered alike. */
    Object field(String field) {
        return switch (field) {
            case "totalCount", "issueCount", "filteredCount" -> totalCount;
            case "pageCount" -> nodes.size();
            case "repositoryCount", "userCount", "codeCount", "wikiCount", "discussionCount" -> 0;
            case "nodes" -> nodes;
            case "edges" -> edges();
            case "pageInfo" -> this;
            default ->
                throw new QueryRefused(
                        "The simulator does not resolve " + field + " of a connection yet", "NOT_IMPLEMENTED");
        };
    }

    Optional<String> startCursor() {
        return cursors.isEmpty() ? Optional.empty() : Optional.of(cursors.getFirst());
    }

    Optional<String> endCursor() {
        return cursors.isEmpty() ? Optional.empty() : Optional.of(cursors.getLast());
    }

    private static void requireBounds(
            DataFetchingEnvironment environment, @Nullable Integer first, @Nullable Integer last) {
        String field = environment.getField().getName();
        Integer asked = first == null ? last : first;
        if (asked == null) {
            if (environment.getSelectionSet().containsAnyOf("nodes", "edges")) {
                throw new QueryRefused(
                        "You must provide a `first` or `last` value to properly paginate the `" + field
                                + "` connection.",
                        "MISSING_PAGINATION_BOUNDARIES");
            }
        } else if (asked < 1 || asked > 100) {
            throw new QueryRefused(
                    "Requesting " + asked + " records on the `" + field
                            + "` connection exceeds the `first` limit of 100 records.",
                    "EXCESSIVE_PAGINATION");
        }
    }

    private static String encode(String key) {
        return Base64.getEncoder().encodeToString(("cursor:v2:" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith("cursor:v2:")) {
                return text.substring("cursor:v2:".length());
            }
        } catch (IllegalArgumentException e) {
            throw new QueryRefused(
                    "`" + cursor + "` does not appear to be a valid cursor.", "INVALID_CURSOR_ARGUMENTS");
        }
        throw new QueryRefused("`" + cursor + "` does not appear to be a valid cursor.", "INVALID_CURSOR_ARGUMENTS");
    }
}

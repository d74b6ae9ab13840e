package dev.pulsehub.simulator.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A GraphQL answer of which GitHub gives only a part, with an error for each node that is missing. */
final class Partial {

    private Partial() {}

    /** The answer without the second half of its first list of nodes; as it was where it has none. */
    static Map<String, Object> of(Map<String, Object> answer) {
        List<Object> path = new ArrayList<>();
        List<Object> errors = new ArrayList<>();
        Object data = cut(answer.get("data"), path, errors);
        if (errors.isEmpty() || data == null) {
            return answer;
        }
        Map<String, Object> partial = new LinkedHashMap<>();
        partial.put("data", data);
        partial.put("errors", errors);
        return partial;
    }

    private static @Nullable Object cut(@Nullable Object value, List<Object> path, List<Object> errors) {
        if (!(value instanceof Map<?, ?> fields)) {
            return value;
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        fields.forEach((name, inner) -> {
            path.add(name);
            Object left = inner;
            if (errors.isEmpty()) {
                left = name.equals("nodes") && inner instanceof List<?> nodes
                        ? half(nodes, path, errors)
                        : cut(inner, path, errors);
            }
            copy.put(String.valueOf(name), left);
            path.removeLast();
        });
        return copy;
    }

    private static List<@Nullable Object> half(List<?> nodes, List<Object> path, List<Object> errors) {
        List<@Nullable Object> left = new ArrayList<>(nodes);
        for (int i = (nodes.size() + 1) / 2; i < nodes.size(); i++) {
            left.set(i, null);
            List<Object> place = new ArrayList<>(path);
            place.add(i);
            errors.add(Map.of(
                    "type",
                    "RESOURCE_LIMITS_EXCEEDED",
                    "message",
                    "Resource limits for this query exceeded.",
                    "path",
                    place));
        }
        return left;
    }
}

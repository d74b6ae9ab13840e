package dev.pulsehub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of several payloads of one kind, as paths such as {@code issue.labels[].name}.
 *
 * @param always those every payload has
 * @param ever those some payload has
 * @param closed those at which some payload has nothing, so that what else may be under them is not seen
 */
record PayloadFields(Set<String> always, Set<String> ever, Set<String> closed) {

    static PayloadFields of(List<JsonNode> payloads) {
        PayloadFields all = new PayloadFields(new TreeSet<>(), new TreeSet<>(), new HashSet<>());
        for (int i = 0; i < payloads.size(); i++) {
            Set<String> seen = new TreeSet<>();
            all.walk("", payloads.get(i), seen);
            all.ever().addAll(seen);
            if (i == 0) {
                all.always().addAll(seen);
            } else {
                all.always().retainAll(seen);
            }
        }
        return all;
    }

    private void walk(String path, JsonNode node, Set<String> seen) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                String below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                seen.add(below);
                walk(below, entry.getValue(), seen);
            });
            if (node.isEmpty()) {
                closed.add(path);
            }
        } else if (node.isArray()) {
            node.forEach(one -> walk(path + "[]", one, seen));
            if (node.isEmpty()) {
                closed.add(path + "[]");
            }
        } else if (node.isNull()) {
            closed.add(path);
            closed.add(path + "[]"); // a list that is missing altogether
        }
    }

    /** Fields these payloads always have and the others, where one could see them, never. */
    Set<String> lackedBy(PayloadFields others) {
        Set<String> lacked = new TreeSet<>(always);
        lacked.removeAll(others.ever());
        lacked.removeIf(path -> others.hides(path));
        lacked.removeIf(path ->
                lacked.stream().anyMatch(other -> path.startsWith(other + ".") || path.startsWith(other + "[]")));
        return lacked;
    }

    private boolean hides(String path) {
        return closed.stream().anyMatch(place -> path.startsWith(place + ".") || path.startsWith(place + "[]."));
    }
}

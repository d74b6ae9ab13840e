package dev.pulsehub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What REST and GraphQL both say of one kind of thing, each in its own words.
 *
 * <p>A pair is named by the key REST has it under; every key of a REST object must be named here or be known to have no
 * counterpart.
 */
final class Truths {

    private static final String NOTHING = "nothing";

    private final String kind;
    private final Map<String, Pair> pairs = new LinkedHashMap<>();
    private final Set<String> restOnly = new TreeSet<>();
    private final Set<String> keys = new TreeSet<>();
    private final List<String> differences = new ArrayList<>();
    private int compared;

    private record Pair(Function<JsonNode, Object> rest, Function<JsonNode, Object> graphql) {}

    Truths(String kind) {
        this.kind = kind;
    }

    /** The same value at both places. */
    Truths same(String rest, String graphql) {
        return pair(rest, one -> plain(one.path(rest)), one -> plain(one.at("/" + graphql)));
    }

    /** The same moment, number or text at both places, when REST's goes through something first. */
    Truths same(String rest, String graphql, Function<JsonNode, Object> ofRest) {
        return pair(rest, one -> ofRest.apply(one.path(rest)), one -> plain(one.at("/" + graphql)));
    }

    Truths pair(String rest, Function<JsonNode, Object> ofRest, Function<JsonNode, Object> ofGraphql) {
        pairs.put(rest, new Pair(ofRest, ofGraphql));
        return this;
    }

    /** Keys of REST that the schema has no field for. */
    Truths restOnly(String... names) {
        restOnly.addAll(List.of(names));
        return this;
    }

    void compare(String name, JsonNode rest, JsonNode graphql) {
        rest.fieldNames().forEachRemaining(keys::add);
        for (Map.Entry<String, Pair> entry : pairs.entrySet()) {
            Object one = entry.getValue().rest().apply(rest);
            Object other = entry.getValue().graphql().apply(graphql);
            compared++;
            if (!one.equals(other)) {
                differences.add(
                        "%s %s: REST's %s is %s, GraphQL's %s".formatted(kind, name, entry.getKey(), one, other));
            }
        }
    }

    List<String> differences() {
        return differences;
    }

    int compared() {
        return compared;
    }

    /** Keys REST printed that nobody has decided about. */
    Set<String> undecided() {
        Set<String> left = new TreeSet<>(keys);
        left.removeAll(pairs.keySet());
        left.removeAll(restOnly);
        left.removeIf(key -> key.endsWith("_url") && !key.equals("html_url") || key.equals("url"));
        return left.stream().map(key -> kind + ": " + key).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ids are numbers in REST and text in GraphQL: all values are compared as text. */
    static Object plain(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? NOTHING : node.asText();
    }

    /** GraphQL's constants are REST's words in capitals. */
    static Object capitals(JsonNode node) {
        return plain(node).equals(NOTHING)
                ? NOTHING
                : node.asText().replaceAll("[ -]", "_").toUpperCase(Locale.ROOT);
    }

    /** A person as both know one: GraphQL has bots without their suffix. */
    static Object restPerson(JsonNode user) {
        return user.path("id").asText() + " "
                + user.path("node_id").asText() + " "
                + user.path("type").asText() + " "
                + user.path("login").asText().replace("[bot]", "");
    }

    static Object graphqlPerson(JsonNode actor) {
        return actor.path("databaseId").asText() + " "
                + actor.path("id").asText() + " "
                + actor.path("__typename").asText() + " "
                + actor.path("login").asText();
    }

    /** Names of a list in the order of the alphabet. */
    static List<String> names(JsonNode list, Function<JsonNode, String> name) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(name)
                .sorted()
                .toList();
    }
}

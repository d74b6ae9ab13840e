package dev.pulsehub.mcp.tool;

import static java.util.Map.entry;

import java.util.Map;

/** What the answers of all lists have in common. */
final class Lists {

    static final Map<String, Object> OUTPUT = Schemas.output("source", "as_of", "complete", "columns", "rows", "link");

    private Lists() {}

    /** A repository, what is asked of it, and which part of the list. */
    @SafeVarargs
    static Map<String, Object> input(Map.Entry<String, Map<String, Object>>... asked) {
        Map<String, Map<String, Object>> properties =
                Schemas.properties(entry("owner", Schemas.text("")), entry("repo", Schemas.text("")));
        properties.putAll(Schemas.properties(asked));
        properties.put("limit", Schemas.number("", RepoLists.USUAL, 1, 100));
        properties.put("cursor", Schemas.text("next_cursor of the answer before"));
        return Schemas.input(properties, "owner", "repo");
    }
}

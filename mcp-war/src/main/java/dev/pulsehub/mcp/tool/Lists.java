package dev.pulsehub.mcp.tool;

import java.util.Map;

/** What the answers of all lists have in common. */
final class Lists {

    static final Map<String, Object> OUTPUT = Schemas.output("source", "as_of", "complete", "columns", "rows", "link");

    private Lists() {}
}

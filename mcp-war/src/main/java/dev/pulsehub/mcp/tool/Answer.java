package dev.pulsehub.mcp.tool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a tool says, twice: for programs and in few words for models.
 *
 * @param structured keeps its order; fits the tool's output schema
 */
record Answer(Map<String, Object> structured, String text) {

    Answer {
        structured = Collections.unmodifiableMap(new LinkedHashMap<>(structured)); // values may be null
    }
}

package dev.pulsehub.mcp.tool;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the JSON schemas of inputs and outputs, as short as they can be: every word is read by every assistant. */
final class Schemas {

    private Schemas() {}

    /** A tool that only reads. */
    static McpSchema.Tool.Builder reading(String name, String title, String description) {
        return McpSchema.Tool.builder()
                .name(name)
                .title(title)
                .description(description)
                .annotations(new McpSchema.ToolAnnotations(title, true, false, true, false, null));
    }

    static Map<String, Object> text(String description) {
        return described("string", description);
    }

    static Map<String, Object> choice(String description, String preset, String... values) {
        Map<String, Object> schema = described("string", description);
        schema.put("enum", List.of(values));
        schema.put("default", preset);
        return schema;
    }

    static Map<String, Object> number(String description, int preset, int least, int most) {
        Map<String, Object> schema = described("integer", description);
        schema.put("minimum", least);
        schema.put("maximum", most);
        schema.put("default", preset);
        return schema;
    }

    static Map<String, Object> flag(String description) {
        return described("boolean", description);
    }

    static Map<String, Object> texts(String description) {
        Map<String, Object> schema = described("array", description);
        schema.put("items", Map.of("type", "string"));
        return schema;
    }

    private static Map<String, Object> described(String type, String description) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        return schema;
    }

    /** An object that has these properties and no others. */
    static Map<String, Object> input(Map<String, Map<String, Object>> properties, String... required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (required.length > 0) {
            schema.put("required", List.of(required));
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /** Properties in their order. */
    @SafeVarargs
    static Map<String, Map<String, Object>> properties(Map.Entry<String, Map<String, Object>>... all) {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Object>> one : all) {
            properties.put(one.getKey(), one.getValue());
        }
        return properties;
    }

    /** What every answer is: an object with at least these fields. */
    static Map<String, Object> output(String... required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("required", List.of(required));
        return schema;
    }
}

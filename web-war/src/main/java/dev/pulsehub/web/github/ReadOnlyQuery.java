package dev.pulsehub.web.github;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a GraphQL request only asks. In doubt it does not. */
final class ReadOnlyQuery {

    /** What is no word of the language itself: block strings, strings, comments. */
    private static final Pattern LITERALS = Pattern.compile(
            "\"\"\"(?:\\\\\"\"\"|(?!\"\"\").)*+\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|#[^\\n\\r]*+", Pattern.DOTALL);

    private static final Pattern TOKENS = Pattern.compile("[{}()]|[_A-Za-z][_0-9A-Za-z]*");

    private ReadOnlyQuery() {}

    static boolean is(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readValue() instanceof JsonObject request
                    && request.get("query") instanceof JsonString query
                    && onlyAsks(query.getString());
        } catch (JsonException e) {
            return false;
        }
    }

    private static boolean onlyAsks(String document) {
        Matcher token = TOKENS.matcher(LITERALS.matcher(document).replaceAll(" "));
        int depth = 0;
        while (token.find()) {
            switch (token.group()) {
                case "{", "(" -> depth++;
                case "}", ")" -> depth--;
                case "mutation", "subscription" -> {
                    if (depth <= 0) {
                        return false;
                    }
                }
                default -> {
                    // a name
                }
            }
        }
        return depth == 0;
    }
}

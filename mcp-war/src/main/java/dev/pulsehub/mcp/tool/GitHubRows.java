package dev.pulsehub.mcp.tool;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** GitHub's own lists in our columns, for repositories that are not synchronised. */
final class GitHubRows {

    private GitHubRows() {}

    static Rows of(List<String> columns, JsonArray list, Predicate<JsonObject> wanted) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (JsonObject one : list.getValuesAs(JsonObject.class)) {
            if (wanted.test(one)) {
                List<@Nullable Object> row = new ArrayList<>();
                columns.forEach(column -> row.add(value(one, column)));
                rows.add(row);
            }
        }
        return new Rows(columns, rows);
    }

    static @Nullable Object value(JsonObject one, String column) {
        return switch (column) {
            case "repo" -> plain(one.get("full_name"));
            case "author" -> one.get("user") instanceof JsonObject user ? plain(user.get("login")) : null;
            case "labels" -> labels(one);
            case "state" -> state(one);
            case "stars" -> plain(one.get("stargazers_count"));
            case "forks" -> plain(one.get("forks_count"));
            case "workflow" -> plain(one.get("name"));
            case "branch" -> plain(one.get("head_branch"));
            case "attempt" -> plain(one.get("run_attempt"));
            case "completed_at" -> "completed".equals(plain(one.get("status"))) ? plain(one.get("updated_at")) : null;
            default -> plain(one.get(column));
        };
    }

    private static Object state(JsonObject one) {
        boolean merged = one.get("merged_at") instanceof JsonString;
        return merged ? "MERGED" : String.valueOf(plain(one.get("state"))).toUpperCase(Locale.ROOT);
    }

    private static List<String> labels(JsonObject one) {
        return one.get("labels") instanceof JsonArray labels
                ? labels.getValuesAs(JsonObject.class).stream()
                        .map(label -> Untrusted.line(label.getString("name", "")))
                        .toList()
                : List.of();
    }

    private static @Nullable Object plain(@Nullable JsonValue value) {
        return switch (value) {
            case null -> null;
            case JsonString text -> Untrusted.line(text.getString());
            case JsonNumber number -> number.longValue();
            case JsonValue other
            when other.equals(JsonValue.TRUE) || other.equals(JsonValue.FALSE) -> other.equals(JsonValue.TRUE);
            default -> null;
        };
    }
}

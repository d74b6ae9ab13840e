package dev.pulsehub.mcp.tool;

import dev.pulsehub.core.report.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a call says, checked against the tool's schema before it comes here. */
record Arguments(Map<String, Object> values) {

    static final int USUAL_DAYS = 30;

    static Arguments of(@Nullable Map<String, Object> values) {
        return new Arguments(values == null ? Map.of() : values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new NoAnswer(name + " is needed."));
    }

    int number(String name, int otherwise) {
        return values.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    /** {@code owner} and {@code repo} as one name. */
    String repo() {
        String name = text("owner") + "/" + text("repo");
        if (!name.matches("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")) {
            throw new NoAnswer("owner and repo must be names as GitHub writes them.");
        }
        return name;
    }

    /** {@code days}, today included. */
    Range range() {
        return new Range.Last(number("days", USUAL_DAYS));
    }
}

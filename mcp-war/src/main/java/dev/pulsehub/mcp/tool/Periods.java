package dev.pulsehub.mcp.tool;

import static java.util.Map.entry;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.report.Percentiles;
import dev.pulsehub.core.report.Scope;
import dev.pulsehub.core.report.Selection;
import dev.pulsehub.core.report.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the numbers over a time have in common: what is chosen, what is said about it, how durations are written. */
final class Periods {

    private Periods() {}

    /** {@code repo}, {@code days}, {@code bots} and more. */
    @SafeVarargs
    static Map<String, Object> input(Map.Entry<String, Map<String, Object>>... more) {
        Map<String, Map<String, Object>> properties = Schemas.properties(
                entry("repo", Schemas.text("owner/name; all without it")),
                entry("days", Schemas.number("the last n days, today included", Arguments.USUAL_DAYS, 1, 730)));
        for (Map.Entry<String, Map<String, Object>> one : more) {
            properties.put(one.getKey(), one.getValue());
        }
        return Schemas.input(properties);
    }

    static Selection selection(Asker asker, Arguments arguments) {
        return new Selection(
                asker.personId(),
                asker.organizationId(),
                arguments.find("repo").stream().toList(),
                arguments.range(),
                false);
    }

    /** @throws NoAnswer when the repository that was asked for is not there for this person */
    static void requireFound(Scope scope, Arguments arguments) {
        arguments.find("repo").filter(repo -> scope.chosen().isEmpty()).ifPresent(repo -> {
            throw RepoLists.notVisible(repo);
        });
    }

    static Map<String, Object> body(Origin origin, Window window, Scope scope) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("as_of", origin.asOf());
        body.put("complete", origin.complete());
        body.put("from", window.first().toString());
        body.put("to", window.end().minusDays(1).toString());
        body.put("time_zone", window.zone().getId());
        body.put("repositories", scope.chosen().size());
        return body;
    }

    /** In hours, with one digit: n, p50, p75, p90. */
    static Map<String, @Nullable Object> hours(Percentiles seconds) {
        Map<String, @Nullable Object> hours = new LinkedHashMap<>();
        hours.put("n", seconds.n());
        hours.put("p50_hours", hours(seconds.p50()));
        hours.put("p75_hours", hours(seconds.p75()));
        hours.put("p90_hours", hours(seconds.p90()));
        return hours;
    }

    static @Nullable Double hours(Optional<Double> seconds) {
        return seconds.map(value -> rounded(value / 3600, 1)).orElse(null);
    }

    static double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }

    /** Percent by which it changed; null without something to compare with. */
    static @Nullable Long change(Optional<Double> now, Optional<Double> before) {
        return now.flatMap(value -> before.filter(earlier -> earlier > 0)
                        .map(earlier -> Math.round((value - earlier) / earlier * 100)))
                .orElse(null);
    }

    static String words(Window window, List<?> repos) {
        return window.first() + " to " + window.end().minusDays(1) + ", " + repos.size()
                + (repos.size() == 1 ? " repository" : " repositories") + ", without bots";
    }

    static String signed(@Nullable Long percent) {
        return percent == null ? "no earlier value" : (percent > 0 ? "+" : "") + percent + " % against the time before";
    }
}

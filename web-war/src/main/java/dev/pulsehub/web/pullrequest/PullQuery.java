package dev.pulsehub.web.pullrequest;

import dev.pulsehub.core.report.PullFilter;
import dev.pulsehub.core.report.PullMetric;
import dev.pulsehub.core.report.PullSort;
import dev.pulsehub.core.report.PullStage;
import dev.pulsehub.core.report.PullState;
import dev.pulsehub.core.report.Selection;
import dev.pulsehub.web.faces.PageQuery;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the address of the explorer asks for. */
final class PullQuery {

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})\\s*(s|m|min|h|d|w)?");

    private PullQuery() {}

    static PullFilter filter(PageQuery query, Selection selection) {
        return new PullFilter(
                selection,
                query.find("state", PullState.class),
                query.find("stage", PullStage.class),
                query.find("author"),
                query.find("text"),
                query.find("metric", PullMetric.class),
                query.find("min").flatMap(PullQuery::span),
                query.find("max").flatMap(PullQuery::span));
    }

    /** {@code key:asc} or {@code key:desc}; newest first otherwise. */
    static PullSort sort(PageQuery query) {
        return query.find("sort").map(PullQuery::sort).orElse(PullSort.NEWEST);
    }

    private static PullSort sort(String text) {
        String[] parts = text.split(":", 2);
        Optional<PullSort.Key> key = Arrays.stream(PullSort.Key.values())
                .filter(one -> one.name().equalsIgnoreCase(parts[0]))
                .findFirst();
        return key.isEmpty()
                ? PullSort.NEWEST
                : new PullSort(key, parts.length < 2 || !"asc".equalsIgnoreCase(parts[1]));
    }

    /** {@code 90m}, {@code 4h}, {@code 2d}, {@code 1w}; a number alone is hours. */
    static Optional<Duration> span(String text) {
        Matcher matcher = SPAN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "h" : matcher.group(2);
        return Optional.of(
                switch (unit) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "m", "min" -> Duration.ofMinutes(amount);
                    case "d" -> Duration.ofDays(amount);
                    case "w" -> Duration.ofDays(7 * amount);
                    default -> Duration.ofHours(amount);
                });
    }
}

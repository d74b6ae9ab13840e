package dev.pulsehub.web.api;

import dev.pulsehub.core.report.Paging;
import dev.pulsehub.core.report.Range;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters every list of the API understands; each getter throws {@link BadParameter} naming the wrong one. */
final class RowQuery {

    static final int MOST = 100;
    private static final int USUAL = 50;
    private static final Set<String> KNOWN = Set.of("repo", "org", "from", "to", "state", "bots", "limit", "cursor");

    private final MultivaluedMap<String, String> parameters;

    RowQuery(MultivaluedMap<String, String> parameters) {
        this(parameters, KNOWN);
    }

    /** @param known the only parameters that may be given */
    RowQuery(MultivaluedMap<String, String> parameters, Set<String> known) {
        this.parameters = parameters;
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadParameter(
                            name, "unknown parameter " + name + "; known are " + String.join(", ", sorted(known)));
                });
    }

    List<String> repos() {
        List<String> repos = parameters.getOrDefault("repo", List.of());
        for (String repo : repos) {
            if (!repo.matches("[^/\\s]+/[^/\\s]+")) {
                throw new BadParameter("repo", "repo must be owner/name: " + repo);
            }
        }
        return List.copyOf(repos);
    }

    Optional<String> organization() {
        return find("org");
    }

    boolean bots() {
        return switch (find("bots").orElse("0")) {
            case "0", "false" -> false;
            case "1", "true" -> true;
            default -> throw new BadParameter("bots", "bots must be 0 or 1");
        };
    }

    int limit() {
        String text = find("limit").orElse(Integer.toString(USUAL));
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new BadParameter("limit", "limit must be a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    /** One part of the list, with one row more to know whether there is a next part. */
    Paging paging() {
        return Paging.after(find("cursor").map(Cursor::read), limit() + 1);
    }

    /** Dates are whole days of the organization's zone, both included; moments are half-open. */
    Range range() {
        Optional<String> from = find("from");
        Optional<String> to = find("to");
        if (from.isEmpty() && to.isEmpty()) {
            return new Range.Everything();
        }
        boolean days = from.map(RowQuery::isDay).orElse(true)
                && to.map(RowQuery::isDay).orElse(true);
        Range range = days
                ? new Range.Days(from.map(text -> day("from", text)), to.map(text -> day("to", text)))
                : new Range.Moments(from.map(text -> moment("from", text)), to.map(text -> moment("to", text)));
        if (isBackwards(range)) {
            throw new BadParameter("to", "to must not be before from");
        }
        return range;
    }

    <E extends Enum<E>> Optional<E> state(Class<E> states) {
        return choice("state", states);
    }

    /** One of an enum's constants, in any case. */
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
        return find(name)
                .map(text -> Arrays.stream(choices.getEnumConstants())
                        .filter(choice -> choice.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new BadParameter(
                                name, name + " must be one of " + Arrays.toString(choices.getEnumConstants()))));
    }

    /** A state in GitHub's lower case, one of those known. */
    Optional<String> state(Set<String> states) {
        return find("state").map(text -> {
            String lower = text.toLowerCase(Locale.ROOT);
            if (!states.contains(lower)) {
                throw new BadParameter(
                        "state",
                        "state must be one of "
                                + String.join(", ", states.stream().sorted().toList()));
            }
            return lower;
        });
    }

    private Optional<String> find(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadParameter(name, name + " is given twice");
        }
        return values.stream().findFirst().map(String::strip).filter(text -> !text.isEmpty());
    }

    private static boolean isDay(String text) {
        return text.length() == "2026-01-31".length();
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw notADate(name, text);
        }
    }

    private static Instant moment(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw notADate(name, text);
        }
    }

    private static BadParameter notADate(String name, @Nullable String text) {
        return new BadParameter(
                name,
                name + " must be a date (2026-01-31) or, like its counterpart, a moment (2026-01-31T12:00:00Z): "
                        + text);
    }

    private static boolean isBackwards(Range range) {
        return switch (range) {
            case Range.Days days ->
                days.first().isPresent()
                        && days.last().isPresent()
                        && days.last().orElseThrow().isBefore(days.first().orElseThrow());
            case Range.Moments moments ->
                moments.from().isPresent()
                        && moments.to().isPresent()
                        && moments.to().orElseThrow().isBefore(moments.from().orElseThrow());
            default -> false;
        };
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}

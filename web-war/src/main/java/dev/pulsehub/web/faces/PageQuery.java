package dev.pulsehub.web.faces;

import dev.pulsehub.core.report.Range;
import dev.pulsehub.core.report.Selection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the address of a page asks for. A value that cannot be understood is left out and told about, never an error.
 */
@Named("query")
@RequestScoped
public class PageQuery {

    private static final Map<String, Integer> RANGES =
            new TreeMap<>(Map.of("7d", 7, "14d", 14, "30d", 30, "90d", 90, "12m", 365));
    private static final int MOST_PAGES = 100_000;

    private final List<String> ignored = new ArrayList<>();

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    @Inject
    private Clock clock;

    /** The text of the parameter; empty when absent or blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** The parameter as one of the constants, in any case and with dashes or underscores. */
    public <E extends Enum<E>> Optional<E> find(String name, Class<E> type) {
        Optional<E> found = find(name)
                .flatMap(text -> Arrays.stream(type.getEnumConstants())
                        .filter(one -> one.name().equalsIgnoreCase(text.replace('-', '_')))
                        .findFirst());
        if (found.isEmpty() && find(name).filter(text -> !"all".equals(text)).isPresent()) {
            ignored.add(name);
        }
        return found;
    }

    public List<String> repos() {
        String[] values = request.getParameterValues("repo");
        return values == null
                ? List.of()
                : Arrays.stream(values).filter(text -> !text.isBlank()).toList();
    }

    public boolean bots() {
        return find("bots").filter("1"::equals).isPresent();
    }

    public int page() {
        int page = find("page")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(1);
        return Math.min(Math.max(1, page), MOST_PAGES);
    }

    /**
     * Name of the range as addresses write it: {@code 30d}, {@code all}, {@code custom}; the page's own when absent.
     */
    public String rangeName(String usual) {
        if (find("from").isPresent() || find("to").isPresent()) {
            return "custom";
        }
        String name = find("range").orElse(usual);
        if (RANGES.containsKey(name) || "all".equals(name)) {
            return name;
        }
        ignored.add("range");
        return usual;
    }

    /** The range the address names, else the page's own. */
    public Range range(String usual) {
        String name = rangeName(usual);
        if ("custom".equals(name)) {
            return custom();
        }
        Integer days = RANGES.get(name);
        return days == null ? new Range.Everything() : new Range.Last(days);
    }

    /** What the viewer asks about. */
    public Selection selection(String usualRange) {
        return new Selection(viewer.personId(), viewer.organizationId(), repos(), range(usualRange), bots());
    }

    /** Names of parameters that were not understood. */
    public List<String> ignored() {
        return ignored.stream().distinct().toList();
    }

    /** The same page with its present parameters, to be changed. */
    public PageLink here() {
        Map<String, List<String>> parameters = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        return new PageLink(path(), parameters);
    }

    /** Path as the address bar shows it. */
    public String path() {
        Object original = request.getAttribute(PageRoutes.PATH);
        return original == null ? request.getRequestURI() : original.toString();
    }

    /** A parameter that the route put into the request. */
    public Optional<String> part(String name) {
        return Optional.ofNullable(request.getAttribute(PageRoutes.PART + name)).map(Object::toString);
    }

    private Range custom() {
        Optional<LocalDate> first = day("from");
        Optional<LocalDate> last = day("to");
        if (first.isPresent() && last.isPresent() && last.orElseThrow().isBefore(first.orElseThrow())) {
            ignored.add("to");
            last = Optional.empty();
        }
        return first.isEmpty() && last.isEmpty() ? new Range.Everything() : new Range.Days(first, last);
    }

    private Optional<LocalDate> day(String name) {
        return find(name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                ignored.add(name);
                return Optional.empty();
            }
        });
    }

    /** How things are written for this viewer in the zone. */
    public Formats formats(ZoneId zone) {
        return new Formats(zone, clock.instant());
    }
}

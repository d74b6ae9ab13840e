package dev.pulsehub.web.pullrequest;

import dev.pulsehub.core.report.Listing;
import dev.pulsehub.core.report.Paging;
import dev.pulsehub.core.report.PullFilter;
import dev.pulsehub.core.report.PullMetric;
import dev.pulsehub.core.report.PullRequestReport;
import dev.pulsehub.core.report.PullRequestRow;
import dev.pulsehub.core.report.PullSort;
import dev.pulsehub.web.faces.FilterBar;
import dev.pulsehub.web.faces.Formats;
import dev.pulsehub.web.faces.Frame;
import dev.pulsehub.web.faces.PageLink;
import dev.pulsehub.web.faces.PageQuery;
import dev.pulsehub.web.faces.Pager;
import dev.pulsehub.web.faces.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The explorer: every number leads here, filtered and sorted by the address. */
@Named
@RequestScoped
public class PullsPage {

    private static final String USUAL_RANGE = "all";

    @Inject
    private PageQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Frame frame;

    @Inject
    private PullRequestReport report;

    private @Nullable View view;

    /** What the page draws. */
    public record View(
            FilterBar filters,
            List<FilterBar.Choice> states,
            Search search,
            Heads heads,
            List<PullLine> rows,
            Pager pager,
            String csv) {

        public boolean isNothing() {
            return rows.isEmpty();
        }
    }

    /** What stands in the search form. */
    public record Search(
            String text, String author, String min, String max, List<Option> metrics, List<FilterBar.Field> hidden) {}

    /** A choice of a form. */
    public record Option(String value, String label, boolean selected) {}

    /** Column heads that sort. */
    public record Heads(Head title, Head repo, Head created, Head pickup, Head cycle, Head size, Head reviews) {}

    /**
     * One of them.
     *
     * @param order {@code ascending}, {@code descending} or {@code none}
     */
    public record Head(String label, String href, String order, String icon) {}

    /** Reads one page of the list. */
    public void load() {
        PullFilter filter = PullQuery.filter(query, query.selection(USUAL_RANGE));
        PullSort sort = PullQuery.sort(query);
        Listing<PullRequestRow> listing = report.page(filter, sort, Paging.page(query.page(), Pager.SIZE));
        frame.show(listing.scope());
        Formats formats = query.formats(listing.scope().zone());
        view = new View(
                FilterBar.of(query, texts, listing.scope(), USUAL_RANGE),
                states(),
                search(),
                heads(sort),
                listing.rows().stream()
                        .map(row -> PullLine.of(row, texts, formats))
                        .toList(),
                Pager.of(query, texts, listing.total().orElse(0), listing.rows().size()),
                csv());
    }

    public View getView() {
        return Objects.requireNonNull(view, "load first");
    }

    private List<FilterBar.Choice> states() {
        PageLink here = query.here().without("page", "stage");
        String state = query.find("state").orElse("all");
        String stage = query.find("stage").orElse("");
        Stream<FilterBar.Choice> states = Stream.of("all", "open", "merged", "closed")
                .map(name -> new FilterBar.Choice(
                        texts.get("pulls.state." + name),
                        ("all".equals(name) ? here.without("state") : here.with("state", name)).toString(),
                        Boolean.toString(stage.isEmpty() && name.equalsIgnoreCase(state))));
        PageLink open = query.here().without("page").with("state", "open");
        Stream<FilterBar.Choice> stages = Stream.of("draft", "waiting", "in_review", "approved")
                .map(name -> new FilterBar.Choice(
                        texts.get("pulls.stage." + name),
                        open.with("stage", name).toString(),
                        Boolean.toString(name.equalsIgnoreCase(stage))));
        return Stream.concat(states, stages).toList();
    }

    private Search search() {
        String chosen = query.find("metric").orElse("");
        List<Option> metrics = Stream.concat(
                        Stream.of(new Option("", texts.get("pulls.metric.any"), chosen.isEmpty())),
                        Stream.of(PullMetric.values()).map(metric -> option(metric, chosen)))
                .toList();
        List<FilterBar.Field> hidden =
                query.here().without("text", "author", "metric", "min", "max", "page").parameters().entrySet().stream()
                        .flatMap(one -> one.getValue().stream().map(value -> new FilterBar.Field(one.getKey(), value)))
                        .toList();
        return new Search(text("text"), text("author"), text("min"), text("max"), metrics, hidden);
    }

    private Option option(PullMetric metric, String chosen) {
        String name = metric.name().toLowerCase(Locale.ROOT);
        return new Option(name, texts.get("stage." + name), name.equalsIgnoreCase(chosen));
    }

    private String text(String name) {
        return query.find(name).orElse("");
    }

    private Heads heads(PullSort sort) {
        return new Heads(
                head("title", PullSort.Key.TITLE, sort),
                head("repo", PullSort.Key.REPO, sort),
                head("created", PullSort.Key.CREATED, sort),
                head("pickup", PullSort.Key.PICKUP, sort),
                head("cycle", PullSort.Key.CYCLE_TO_MERGE, sort),
                head("size", PullSort.Key.SIZE, sort),
                head("reviews", PullSort.Key.REVIEWS, sort));
    }

    private Head head(String name, PullSort.Key key, PullSort sort) {
        boolean current = sort.by().orElse(PullSort.Key.CREATED) == key;
        String next = key.name().toLowerCase(Locale.ROOT) + (current && sort.descending() ? ":asc" : ":desc");
        String order = sort.descending() ? "descending" : "ascending";
        String icon = sort.descending() ? "pi pi-sort-down-fill" : "pi pi-sort-up-fill";
        return new Head(
                texts.get("pulls.head." + name),
                query.here().without("page").with("sort", next).toString(),
                current ? order : "none",
                current ? icon : "");
    }

    /** The same rows for a spreadsheet, as far as the API knows the filters. */
    private String csv() {
        PageLink here = query.here()
                .without("page", "sort", "stage", "author", "text", "metric", "min", "max", "range")
                .at("/api/v1/pulls.csv")
                .with("limit", "100");
        return here.toString();
    }
}

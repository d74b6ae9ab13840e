package dev.pulsehub.web.issue;

import dev.pulsehub.core.report.IssueFilter;
import dev.pulsehub.core.report.IssueReport;
import dev.pulsehub.core.report.IssueRow;
import dev.pulsehub.core.report.Listing;
import dev.pulsehub.core.report.Paging;
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

/** The list of issues, filtered by the address. */
@Named
@RequestScoped
public class IssuesPage {

    private static final String USUAL_RANGE = "all";

    @Inject
    private PageQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Frame frame;

    @Inject
    private IssueReport report;

    private @Nullable View view;

    /** What the page draws. */
    public record View(
            FilterBar filters,
            List<FilterBar.Choice> states,
            String text,
            List<FilterBar.Field> hidden,
            List<Line> rows,
            Pager pager) {

        public boolean isNothing() {
            return rows.isEmpty();
        }
    }

    /** One issue, ready to print. */
    public record Line(
            String title,
            String number,
            String url,
            String repo,
            String author,
            String state,
            String icon,
            String style,
            String created,
            String createdExact,
            String lead,
            List<String> labels,
            String milestone) {}

    /** Reads one page of the list. */
    public void load() {
        IssueFilter filter = new IssueFilter(
                query.selection(USUAL_RANGE), query.find("state", IssueFilter.State.class), query.find("text"));
        Listing<IssueRow> listing = report.page(filter, Paging.page(query.page(), Pager.SIZE));
        frame.show(listing.scope());
        Formats formats = query.formats(listing.scope().zone());
        view = new View(
                FilterBar.of(query, texts, listing.scope(), USUAL_RANGE),
                states(),
                query.find("text").orElse(""),
                hidden(),
                listing.rows().stream().map(row -> line(row, formats)).toList(),
                Pager.of(query, texts, listing.total().orElse(0), listing.rows().size()));
    }

    public View getView() {
        return Objects.requireNonNull(view, "load first");
    }

    private List<FilterBar.Choice> states() {
        PageLink here = query.here().without("page");
        String state = query.find("state").orElse("all");
        return Stream.of("all", "open", "closed")
                .map(name -> new FilterBar.Choice(
                        texts.get("issues.state." + name),
                        ("all".equals(name) ? here.without("state") : here.with("state", name)).toString(),
                        Boolean.toString(name.equalsIgnoreCase(state))))
                .toList();
    }

    private List<FilterBar.Field> hidden() {
        return query.here().without("text", "page").parameters().entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> new FilterBar.Field(one.getKey(), value)))
                .toList();
    }

    private Line line(IssueRow row, Formats formats) {
        boolean open = "OPEN".equals(row.state());
        boolean planned = row.stateReason()
                .map(reason -> reason.toLowerCase(Locale.ROOT))
                .filter("not_planned"::equals)
                .isEmpty();
        return new Line(
                row.title(),
                "#" + row.number(),
                row.url(),
                row.repo(),
                row.author().orElse(texts.get("person.unknown")),
                texts.get(open ? "issues.tag.open" : planned ? "issues.tag.closed" : "issues.tag.not_planned"),
                open ? "pi pi-circle" : planned ? "pi pi-check" : "pi pi-ban",
                open ? "info" : planned ? "good" : "neutral",
                formats.ago(row.createdAt()),
                formats.moment(row.createdAt()),
                Formats.duration(row.leadSeconds()),
                row.labels(),
                row.milestone().orElse(Formats.NONE));
    }
}

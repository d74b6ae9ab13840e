package dev.pulsehub.web.workflow;

import dev.pulsehub.core.report.Listing;
import dev.pulsehub.core.report.Paging;
import dev.pulsehub.core.report.RunFilter;
import dev.pulsehub.core.report.RunReport;
import dev.pulsehub.core.report.RunRow;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of workflow runs, filtered by the address. */
@Named
@RequestScoped
public class RunsPage {

    private static final String USUAL_RANGE = "all";

    @Inject
    private PageQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Frame frame;

    @Inject
    private RunReport report;

    private @Nullable View view;

    /** What the page draws. */
    public record View(FilterBar filters, List<FilterBar.Choice> states, List<Line> rows, Pager pager) {

        public boolean isNothing() {
            return rows.isEmpty();
        }
    }

    /** One run, ready to print. */
    public record Line(
            String workflow,
            String url,
            String repo,
            String branch,
            String event,
            String state,
            String icon,
            String style,
            String started,
            String startedExact,
            String duration,
            String queue,
            String attempt) {}

    /** Reads one page of the list. */
    public void load() {
        RunFilter filter = new RunFilter(
                query.selection(USUAL_RANGE),
                query.find("state").filter(state -> !"all".equals(state)),
                query.find("judged").filter("1"::equals).isPresent(),
                query.find("workflow"));
        Listing<RunRow> listing = report.page(filter, Paging.page(query.page(), Pager.SIZE));
        frame.show(listing.scope());
        Formats formats = query.formats(listing.scope().zone());
        view = new View(
                FilterBar.of(query, texts, listing.scope(), USUAL_RANGE),
                states(),
                listing.rows().stream().map(row -> line(row, formats)).toList(),
                Pager.of(query, texts, listing.total().orElse(0), listing.rows().size()));
    }

    public View getView() {
        return Objects.requireNonNull(view, "load first");
    }

    private List<FilterBar.Choice> states() {
        PageLink here = query.here().without("page", "judged");
        boolean judged = query.find("judged").filter("1"::equals).isPresent();
        String state = query.find("state").orElse("all");
        Stream<FilterBar.Choice> states = Stream.of("all", "success", "failure", "cancelled", "in_progress")
                .map(name -> new FilterBar.Choice(
                        texts.get("ci.state." + name),
                        ("all".equals(name) ? here.without("state") : here.with("state", name)).toString(),
                        Boolean.toString(!judged && name.equals(state))));
        FilterBar.Choice rated = new FilterBar.Choice(
                texts.get("ci.state.judged"),
                here.without("state").with("judged", "1").toString(),
                Boolean.toString(judged));
        return Stream.concat(states, Stream.of(rated)).toList();
    }

    private Line line(RunRow row, Formats formats) {
        String state = row.conclusion().orElse(row.status());
        return new Line(
                row.workflow(),
                row.url(),
                row.repo(),
                row.branch().orElse(Formats.NONE),
                row.event(),
                state.replace('_', ' '),
                icon(state),
                style(state),
                formats.ago(row.runStartedAt()),
                formats.moment(row.runStartedAt()),
                Formats.duration(row.durationSeconds()),
                Formats.duration(row.queueSeconds()),
                Formats.number(row.attempt()));
    }

    private static String icon(String state) {
        return switch (style(state)) {
            case "good" -> "pi pi-check";
            case "bad" -> "pi pi-times";
            case "info" -> "pi pi-spinner";
            default -> "pi pi-minus";
        };
    }

    private static String style(String state) {
        return switch (state) {
            case "success" -> "good";
            case "failure", "timed_out", "startup_failure" -> "bad";
            case "in_progress", "queued", "requested", "waiting", "pending" -> "info";
            default -> "neutral";
        };
    }
}

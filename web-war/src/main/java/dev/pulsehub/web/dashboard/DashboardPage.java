package dev.pulsehub.web.dashboard;

import dev.pulsehub.core.report.Headline;
import dev.pulsehub.core.report.Overview;
import dev.pulsehub.core.report.OverviewReport;
import dev.pulsehub.core.report.RepoComparison;
import dev.pulsehub.core.report.Window;
import dev.pulsehub.web.chart.BarChart;
import dev.pulsehub.web.chart.LineChart;
import dev.pulsehub.web.faces.FilterBar;
import dev.pulsehub.web.faces.Formats;
import dev.pulsehub.web.faces.Frame;
import dev.pulsehub.web.faces.PageLink;
import dev.pulsehub.web.faces.PageQuery;
import dev.pulsehub.web.faces.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Overview: are we well, what changed, what needs me. */
@Named
@RequestScoped
public class DashboardPage {

    private static final String USUAL_RANGE = "30d";

    @Inject
    private PageQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Frame frame;

    @Inject
    private OverviewReport report;

    private @Nullable View view;

    /** What the page draws. */
    public record View(
            FilterBar filters,
            String period,
            List<MetricTile> tiles,
            LineChart trend,
            List<OverviewCharts.TrendRow> trendRows,
            BarChart throughput,
            List<OverviewCharts.ThroughputRow> throughputRows,
            List<AttentionItem> attention,
            String attentionNote,
            List<RepoLine> repos) {}

    /** Reads everything once. */
    public void load() {
        Overview overview = report.read(query.selection(USUAL_RANGE));
        frame.show(overview.scope());
        PageLink here = query.here();
        OverviewCharts charts = new OverviewCharts(overview, texts, here.at("/app/pulls"));
        long most = overview.repos().stream()
                .mapToLong(RepoComparison::merged)
                .max()
                .orElse(0);
        Formats formats = query.formats(overview.scope().zone());
        view = new View(
                FilterBar.of(query, texts, overview.scope(), USUAL_RANGE),
                period(overview.window()),
                overview.headlines().stream()
                        .map(one -> MetricTile.of(one, texts, list(one, here)))
                        .toList(),
                charts.trend(),
                charts.trendRows(),
                charts.throughput(),
                charts.throughputRows(),
                overview.attention().stream()
                        .map(item -> AttentionItem.of(item, texts, formats))
                        .toList(),
                attentionNote(overview),
                overview.repos().stream()
                        .map(repo -> RepoLine.of(repo, most, range(here)))
                        .toList());
    }

    public View getView() {
        if (view == null) {
            load();
        }
        return Objects.requireNonNull(view);
    }

    /** The list a number stands on: as many rows as its n. */
    private String list(Headline headline, PageLink here) {
        PageLink ranged = range(here);
        return switch (headline.key()) {
            case CYCLE_TO_MERGE -> merged(ranged, "cycle_to_merge");
            case PICKUP_TIME -> merged(ranged, "pickup");
            case PULLS_MERGED -> ranged.at("/app/pulls").with("state", "merged").toString();
            case OPEN_PULL_AGE ->
                ranged.at("/app/pulls")
                        .without("from", "to")
                        .with("range", "all")
                        .with("state", "open")
                        .with("sort", "created:asc")
                        .toString();
            case RUN_SUCCESS_RATE -> ranged.at("/app/ci").with("judged", "1").toString();
            case ISSUE_LEAD_TIME ->
                ranged.at("/app/issues").with("state", "closed").toString();
        };
    }

    private static String merged(PageLink ranged, String metric) {
        return ranged.at("/app/pulls")
                .with("state", "merged")
                .with("metric", metric)
                .with("sort", metric + ":desc")
                .toString();
    }

    /** Lists usually show all time, so the page's own range is spelled out. */
    private PageLink range(PageLink here) {
        String name = query.rangeName(USUAL_RANGE);
        return "custom".equals(name) ? here : here.with("range", name);
    }

    private String period(Window window) {
        LocalDate last = window.end().minusDays(1);
        boolean sameYear = window.first().getYear() == last.getYear();
        String days =
                (sameYear ? Formats.shortDay(window.first()) : Formats.day(window.first())) + " – " + Formats.day(last);
        return window.compared()
                ? texts.format("overview.period.compared", days, window.days())
                : texts.format("overview.period", days);
    }

    private String attentionNote(Overview overview) {
        long more = overview.attentionTotal() - overview.attention().size();
        return more > 0 ? texts.format("overview.attention.more", Formats.number(more)) : "";
    }
}

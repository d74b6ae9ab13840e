package dev.pulsehub.web.dashboard;

import dev.pulsehub.core.report.Bucket;
import dev.pulsehub.core.report.Overview;
import dev.pulsehub.core.report.ThroughputPoint;
import dev.pulsehub.core.report.TrendPoint;
import dev.pulsehub.web.chart.BarChart;
import dev.pulsehub.web.chart.LineChart;
import dev.pulsehub.web.faces.Formats;
import dev.pulsehub.web.faces.PageLink;
import dev.pulsehub.web.faces.Texts;
import java.time.LocalDate;
import java.util.List;

/**
 * The two charts of the Overview.
 *
 * @param pulls the list of pull requests with the page's filters
 */
record OverviewCharts(Overview overview, Texts texts, PageLink pulls) {

    LineChart trend() {
        List<LineChart.Piece> pieces = overview.trend().stream()
                .map(point -> new LineChart.Piece(
                        label(point.first()), trendText(point), trendLink(point.first(), point.last())))
                .toList();
        List<LineChart.Series> series = List.of(
                new LineChart.Series(
                        "before",
                        overview.trend().stream()
                                .map(point -> point.before().p50())
                                .toList()),
                new LineChart.Series(
                        "series-2",
                        overview.trend().stream()
                                .map(point -> point.now().p90())
                                .toList()),
                new LineChart.Series(
                        "series-1",
                        overview.trend().stream()
                                .map(point -> point.now().p50())
                                .toList()));
        return LineChart.ofSeconds(trendSummary(), pieces, series, Formats::duration);
    }

    BarChart throughput() {
        List<LineChart.Piece> pieces = overview.throughput().stream()
                .map(point -> new LineChart.Piece(
                        label(point.first()),
                        texts.format(
                                "overview.throughput.point",
                                period(point.first(), point.last()),
                                point.opened(),
                                point.merged(),
                                point.closed()),
                        link("merged", point.first(), point.last())))
                .toList();
        List<ThroughputPoint> points = overview.throughput();
        return BarChart.of(
                texts.format(
                        "overview.throughput.summary",
                        points.stream().mapToLong(ThroughputPoint::opened).sum(),
                        points.stream().mapToLong(ThroughputPoint::merged).sum(),
                        points.stream().mapToLong(ThroughputPoint::closed).sum()),
                pieces,
                List.of(
                        new BarChart.Series(
                                "series-1",
                                points.stream().map(ThroughputPoint::opened).toList()),
                        new BarChart.Series(
                                "series-4",
                                points.stream().map(ThroughputPoint::merged).toList()),
                        new BarChart.Series(
                                "series-2",
                                points.stream().map(ThroughputPoint::closed).toList())),
                value -> Formats.number(Math.round(value)));
    }

    /** One row of the table behind the trend. */
    public record TrendRow(String period, String p50, String p90, String n, String before, String href) {}

    /** One row of the table behind the throughput, with a link for each count. */
    public record ThroughputRow(String period, Count opened, Count merged, Count closed) {}

    /** A count and the list it stands on. */
    public record Count(String value, String href) {}

    List<TrendRow> trendRows() {
        return overview.trend().stream()
                .map(point -> new TrendRow(
                        period(point.first(), point.last()),
                        Formats.duration(point.now().p50()),
                        Formats.duration(point.now().p90()),
                        Formats.number(point.now().n()),
                        Formats.duration(point.before().p50()),
                        trendLink(point.first(), point.last())))
                .toList();
    }

    List<ThroughputRow> throughputRows() {
        return overview.throughput().stream()
                .map(point -> new ThroughputRow(
                        period(point.first(), point.last()),
                        new Count(Formats.number(point.opened()), link("", point.first(), point.last())),
                        new Count(Formats.number(point.merged()), link("merged", point.first(), point.last())),
                        new Count(Formats.number(point.closed()), link("closed", point.first(), point.last()))))
                .toList();
    }

    private String trendSummary() {
        return texts.format(
                "overview.trend.summary",
                Formats.duration(overview.headlines().getFirst().value()),
                Formats.duration(overview.headlines().getFirst().previous()),
                overview.headlines().getFirst().n());
    }

    private String trendText(TrendPoint point) {
        return texts.format(
                "overview.trend.point",
                period(point.first(), point.last()),
                Formats.duration(point.now().p50()),
                Formats.duration(point.now().p90()),
                point.now().n(),
                Formats.duration(point.before().p50()));
    }

    private String trendLink(LocalDate first, LocalDate last) {
        return link("merged", first, last) + "&metric=cycle_to_merge&sort=cycle_to_merge:desc";
    }

    private String link(String state, LocalDate first, LocalDate last) {
        PageLink link = pulls.without("range", "metric", "sort", "state")
                .with("from", first.toString())
                .with("to", last.toString());
        return (state.isEmpty() ? link : link.with("state", state)).toString();
    }

    private String label(LocalDate day) {
        return overview.window().bucket() == Bucket.MONTH ? Formats.month(day) : Formats.shortDay(day);
    }

    private String period(LocalDate first, LocalDate last) {
        return first.equals(last) ? Formats.day(first) : Formats.shortDay(first) + " – " + Formats.day(last);
    }
}

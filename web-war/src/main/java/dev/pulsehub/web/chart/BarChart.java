package dev.pulsehub.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Bars side by side for each piece of time, counted from zero. */
public record BarChart(String summary, Plot plot, List<Bar> bars, List<LineChart.Spot> spots) {

    private static final int MOST_LABELS = 6;

    private static final double FILLED = 0.72;
    private static final double LEAST_HEIGHT = 0.6;

    /** One bar, in percent. */
    public record Bar(String style, String x, String y, String width, String height) {}

    /** Counts of one colour, one for each piece of time. */
    public record Series(String style, List<Long> counts) {}

    public static BarChart of(
            String summary, List<LineChart.Piece> pieces, List<Series> series, DoubleFunction<String> format) {
        long greatest = series.stream()
                .flatMap(one -> one.counts().stream())
                .mapToLong(count -> count)
                .max()
                .orElse(1);
        Scale scale = Scale.count(Math.max(1, greatest));
        List<Bar> bars = new ArrayList<>();
        for (int place = 0; place < series.size(); place++) {
            bars.addAll(bars(series.get(place), place, series.size(), scale));
        }
        List<Plot.Grid> grid = scale.lines().stream()
                .map(line ->
                        new Plot.Grid(Plot.percent(Plot.y(line, scale.top())), line == 0 ? "" : format.apply(line)))
                .toList();
        Plot plot = new Plot(
                grid, Plot.labels(pieces.stream().map(LineChart.Piece::label).toList(), MOST_LABELS));
        return new BarChart(summary, plot, List.copyOf(bars), LineChart.spots(pieces));
    }

    private static List<Bar> bars(Series series, int place, int places, Scale scale) {
        int n = series.counts().size();
        double group = Plot.width(n) * FILLED;
        double width = group / places;
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            long count = series.counts().get(i);
            if (count > 0) {
                double y = Math.min(Plot.y(count, scale.top()), Plot.BOTTOM - LEAST_HEIGHT);
                bars.add(new Bar(
                        series.style(),
                        Plot.percent(Plot.x(i, n) - group / 2 + place * width),
                        Plot.percent(y),
                        Plot.percent(width * 0.9),
                        Plot.percent(Plot.BOTTOM - y)));
            }
        }
        return bars;
    }
}

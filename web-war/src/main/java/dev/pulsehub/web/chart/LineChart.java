package dev.pulsehub.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * Lines over time. Where a value is missing a line is broken, never drawn through zero.
 *
 * @param summary what the chart shows, as a sentence for those who do not see it
 * @param spots one for each piece of time: what it says, and where it leads
 */
public record LineChart(String summary, Plot plot, List<Line> lines, List<Spot> spots) {

    private static final int MOST_LABELS = 10;

    /**
     * One line.
     *
     * @param style class that gives colour, dash and shape
     * @param parts {@code x,y} pairs of a drawing 1000 by 1000
     */
    public record Line(String style, List<String> parts, List<Mark> marks) {}

    /** A point on a line, in percent. */
    public record Mark(String x, String y) {}

    /** A piece of time that can be pointed at, in percent. */
    public record Spot(String x, String width, String text, String href) {}

    /** Values of one line, one for each piece of time. */
    public record Series(String style, List<Optional<Double>> values) {}

    /** What a piece of time is called below, says when pointed at, and leads to. */
    public record Piece(String label, String text, String href) {}

    /** A chart of durations in seconds. */
    public static LineChart ofSeconds(
            String summary, List<Piece> pieces, List<Series> series, DoubleFunction<String> format) {
        OptionalDouble greatest = series.stream()
                .flatMap(one -> one.values().stream())
                .flatMap(Optional::stream)
                .mapToDouble(value -> value)
                .max();
        Scale scale = Scale.seconds(greatest.orElse(1));
        List<Plot.Grid> grid = scale.lines().stream()
                .map(line ->
                        new Plot.Grid(Plot.percent(Plot.y(line, scale.top())), line == 0 ? "" : format.apply(line)))
                .toList();
        Plot plot = new Plot(grid, Plot.labels(pieces.stream().map(Piece::label).toList(), MOST_LABELS));
        return new LineChart(
                summary, plot, series.stream().map(one -> line(one, scale)).toList(), spots(pieces));
    }

    private static Line line(Series series, Scale scale) {
        List<String> parts = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int n = series.values().size();
        for (int i = 0; i < n; i++) {
            Optional<Double> value = series.values().get(i);
            if (value.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
                continue;
            }
            double x = Plot.x(i, n);
            double y = Plot.y(value.orElseThrow(), scale.top());
            part.append(String.format(Locale.ROOT, "%.1f,%.1f ", x * 10, y * 10));
            marks.add(new Mark(Plot.percent(x), Plot.percent(y)));
        }
        parts.add(part.toString());
        return new Line(
                series.style(), parts.stream().filter(text -> !text.isEmpty()).toList(), marks);
    }

    static List<Spot> spots(List<Piece> pieces) {
        int n = pieces.size();
        return Stream.iterate(0, i -> i < n, i -> i + 1)
                .map(i -> new Spot(
                        Plot.percent(Plot.x(i, n) - Plot.width(n) / 2),
                        Plot.percent(Plot.width(n)),
                        pieces.get(i).text(),
                        pieces.get(i).href()))
                .toList();
    }
}

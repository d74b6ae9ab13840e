package dev.pulsehub.web.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The frame all charts share: percentages of the drawing, so that it fits any width without being stretched.
 *
 * @param grid horizontal lines
 * @param labels what stands below
 */
public record Plot(List<Grid> grid, List<Label> labels) {

    static final double LEFT = 6.5;
    static final double RIGHT = 99;
    static final double TOP = 6;
    static final double BOTTOM = 88;

    /** A horizontal line and what it means. */
    public record Grid(String y, String text) {}

    /**
     * What stands below a point.
     *
     * @param style {@code minor} may be left out where space is short
     */
    public record Label(String x, String text, String style) {}

    /** Middle of the i-th of n equal pieces. */
    static double x(int i, int n) {
        return LEFT + (RIGHT - LEFT) * (i + 0.5) / n;
    }

    static double width(int n) {
        return (RIGHT - LEFT) / n;
    }

    static double y(double value, double top) {
        return BOTTOM - (BOTTOM - TOP) * value / top;
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    static List<Label> labels(List<String> texts, int most) {
        int every = Math.max(1, (texts.size() + most - 1) / most);
        return IntStream.range(0, texts.size())
                .filter(i -> i % every == 0)
                .mapToObj(i -> new Label(
                        percent(x(i, texts.size())), texts.get(i), i / every % 2 == 0 ? "axis" : "axis minor"))
                .toList();
    }
}

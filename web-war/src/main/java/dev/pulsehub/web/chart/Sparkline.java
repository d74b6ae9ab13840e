package dev.pulsehub.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line without axes, between its least and greatest value; missing values break it.
 *
 * @param parts {@code x,y} pairs of a drawing 100 by 24
 */
public record Sparkline(List<String> parts) {

    private static final double HEIGHT = 24;
    private static final double MARGIN = 2;

    public static Sparkline of(List<Optional<Double>> values) {
        double least = values.stream()
                .flatMap(Optional::stream)
                .mapToDouble(v -> v)
                .min()
                .orElse(0);
        double greatest = values.stream()
                .flatMap(Optional::stream)
                .mapToDouble(v -> v)
                .max()
                .orElse(1);
        double span = greatest > least ? greatest - least : 1;
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
                continue;
            }
            double height = greatest > least ? (values.get(i).orElseThrow() - least) / span : 0.5;
            double x = 100.0 * i / Math.max(1, values.size() - 1);
            double y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * height;
            part.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        parts.add(part.toString());
        return new Sparkline(parts.stream()
                .filter(text -> text.indexOf(' ') < text.length() - 1 && !text.isEmpty())
                .toList());
    }
}

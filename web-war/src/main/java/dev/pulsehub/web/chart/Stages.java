package dev.pulsehub.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parts of a whole as one bar, in percent of its width. */
public record Stages(String summary, List<Part> parts) {

    /** One part. */
    public record Part(String style, String name, String value, String x, String width) {}

    /** What a part is called, says, and weighs. */
    public record Share(String style, String name, String value, double weight) {}

    public static Stages of(String summary, List<Share> shares) {
        double whole = shares.stream().mapToDouble(Share::weight).sum();
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (Share share : shares) {
            double width = whole > 0 ? 100 * share.weight() / whole : 0;
            if (width > 0) {
                parts.add(new Part(share.style(), share.name(), share.value(), percent(x), percent(width)));
            }
            x += width;
        }
        return new Stages(summary, List.copyOf(parts));
    }

    public boolean isNothing() {
        return parts.isEmpty();
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}

package dev.pulsehub.web.dashboard;

import dev.pulsehub.core.report.Headline;
import dev.pulsehub.web.chart.Sparkline;
import dev.pulsehub.web.faces.Formats;
import dev.pulsehub.web.faces.Texts;
import java.util.Locale;
import java.util.Optional;

/**
 * One number as a tile shows it; texts are ready to print.
 *
 * @param id of the card on the page
 * @param kinds which changes touch it, separated by spaces
 * @param href the list the number stands on
 */
public record MetricTile(
        String id,
        String kinds,
        String name,
        String value,
        String population,
        Delta delta,
        Sparkline spark,
        String href,
        Definition definition,
        String style) {

    private static final int FEW = 5;

    /** What the number means, how it is computed, and what it leaves out. */
    public record Definition(String meaning, String formula, String excluded) {}

    /**
     * The change against the time before.
     *
     * @param style {@code better}, {@code worse}, {@code same} or {@code none}
     * @param icon PrimeIcons class of an arrow; empty without a change
     */
    public record Delta(String text, String style, String icon, String spoken) {}

    static MetricTile of(Headline headline, Texts texts, String href) {
        String key = headline.key().name().toLowerCase(Locale.ROOT);
        String prefix = "metric." + key;
        return new MetricTile(
                "card-" + key.replace('_', '-'),
                kinds(headline.key()),
                texts.get(prefix + ".name"),
                value(headline.key().unit(), headline.value()),
                headline.n() == 0
                        ? texts.get(prefix + ".empty")
                        : texts.format(prefix + ".n", Formats.number(headline.n())),
                delta(headline, texts),
                Sparkline.of(headline.spark()),
                href,
                new Definition(
                        texts.get(prefix + ".meaning"),
                        texts.get(prefix + ".formula"),
                        texts.get(prefix + ".excluded")),
                headline.n() < FEW ? "kpi few" : "kpi");
    }

    static String value(Headline.Unit unit, Optional<Double> value) {
        return value.map(present -> switch (unit) {
                    case SECONDS -> Formats.duration(present);
                    case COUNT -> Formats.number(Math.round(present));
                    case SHARE -> Formats.share(present);
                })
                .orElse(Formats.NONE);
    }

    private static Delta delta(Headline headline, Texts texts) {
        if (headline.change().isEmpty()) {
            return new Delta(texts.get("delta.none"), "none", "", texts.get("delta.none"));
        }
        double change = headline.change().orElseThrow();
        long percent = Math.round(Math.abs(change) * 100);
        String before = value(headline.key().unit(), headline.previous());
        if (percent == 0) {
            return new Delta(texts.get("delta.same"), "same", "pi pi-minus", texts.format("delta.before", before));
        }
        boolean better = change < 0 == headline.key().lessIsBetter();
        String word = texts.get((better ? "delta.better." : "delta.worse.")
                + headline.key().unit().name().toLowerCase(Locale.ROOT));
        return new Delta(
                texts.format("delta.text", Long.toString(percent), word),
                better ? "better" : "worse",
                change < 0 ? "pi pi-arrow-down" : "pi pi-arrow-up",
                texts.format("delta.before", before));
    }

    private static String kinds(Headline.Key key) {
        return switch (key) {
            case RUN_SUCCESS_RATE -> "runs";
            case ISSUE_LEAD_TIME -> "issues";
            default -> "pulls";
        };
    }
}

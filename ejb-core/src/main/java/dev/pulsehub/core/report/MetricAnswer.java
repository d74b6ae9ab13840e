package dev.pulsehub.core.report;

import java.util.List;
import java.util.Optional;

/**
 * One metric of one selection.
 *
 * @param question what was asked
 * @param before the same over the time before; empty when nothing is compared
 * @param series pieces of time in order, or groups by name; pieces without data are there, without a value
 * @param quality what the number leaves out
 */
public record MetricAnswer(
        MetricQuestion question,
        Scope scope,
        Window window,
        Figure now,
        Optional<Figure> before,
        List<Piece> series,
        Quality quality) {

    public MetricAnswer {
        series = List.copyOf(series);
    }

    /** One number, the percentiles where things have a value each, and how many things it stands on. */
    public record Figure(
            long n, Optional<Double> value, Optional<Double> p50, Optional<Double> p75, Optional<Double> p90) {}

    /** @param name first day of a piece of time, else the repository or login */
    public record Piece(String name, Figure figure) {}

    /**
     * Counters of what the number does not stand on.
     *
     * @param withoutValue things in the time without a value
     * @param negative things whose value would be negative
     * @param nobody things of deleted accounts
     */
    public record Quality(long withoutValue, long negative, long nobody) {}
}

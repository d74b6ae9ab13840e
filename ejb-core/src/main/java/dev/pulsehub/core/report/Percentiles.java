package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Row;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How durations are spread, in seconds, interpolated between neighbours.
 *
 * @param n how many there are
 */
public record Percentiles(long n, Optional<Double> p50, Optional<Double> p75, Optional<Double> p90) {

    /** None. */
    public static final Percentiles NONE = new Percentiles(0, Optional.empty(), Optional.empty(), Optional.empty());

    /** The columns {@link #read} reads: of this expression, by this name. */
    static String columns(String expression, String name) {
        String percentile = "percentile_cont(%s) within group (order by " + expression + ") as " + name + "_%s";
        return "count(" + expression + ") as " + name + "_n, " + percentile.formatted("0.5", "p50") + ", "
                + percentile.formatted("0.75", "p75") + ", " + percentile.formatted("0.9", "p90");
    }

    static Percentiles read(Row row, String name) throws SQLException {
        return new Percentiles(
                row.number(name + "_n"),
                Fractions.find(row, name + "_p50"),
                Fractions.find(row, name + "_p75"),
                Fractions.find(row, name + "_p90"));
    }
}

package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * One of the things a metric stands on.
 *
 * @param id GitHub's number of it; of a commit the beginning of its hash
 * @param number of the issue, pull request or run; empty for a commit
 * @param at the moment that puts it into a piece of time
 * @param person who it counts for; empty when unknown
 * @param value in the metric's unit
 */
public record MetricRow(
        long id, String repo, Optional<String> number, Instant at, Optional<String> person, double value, String url) {

    static MetricRow read(Row row) throws SQLException {
        return new MetricRow(
                row.number("id"),
                row.text("repo"),
                row.findText("number"),
                row.moment("at"),
                row.findText("person"),
                Double.parseDouble(row.text("value")),
                row.text("url"));
    }
}

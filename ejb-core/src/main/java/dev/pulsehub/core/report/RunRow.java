package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The latest attempt of one workflow run as lists and the API show it; states lower case, as GitHub writes them.
 *
 * @param conclusion empty while it runs
 */
public record RunRow(
        long id,
        String repo,
        int attempt,
        String workflow,
        Optional<String> branch,
        String event,
        String status,
        Optional<String> conclusion,
        Instant runStartedAt,
        Optional<Instant> completedAt,
        OptionalLong durationSeconds,
        OptionalLong queueSeconds,
        String url) {

    static RunRow read(Row row) throws SQLException {
        return new RunRow(
                row.number("run_id"),
                row.text("repo"),
                row.count("attempt"),
                row.text("workflow"),
                row.findText("branch"),
                row.text("event"),
                row.text("status"),
                row.findText("conclusion"),
                row.moment("run_started_at"),
                row.findMoment("completed_at"),
                row.findNumber("duration_seconds"),
                row.findNumber("queue_seconds"),
                row.text("url"));
    }
}

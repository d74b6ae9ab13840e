package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One issue as lists and the API show it.
 *
 * @param state OPEN or CLOSED
 * @param stateReason as GitHub writes it; empty while open
 * @param leadSeconds from creation to the last closing; empty while open
 */
public record IssueRow(
        long id,
        String repo,
        int number,
        String title,
        Optional<String> author,
        String state,
        Optional<String> stateReason,
        Instant createdAt,
        Optional<Instant> firstResponseAt,
        Optional<Instant> closedAt,
        OptionalLong leadSeconds,
        List<String> labels,
        Optional<String> milestone,
        String url) {

    public IssueRow {
        labels = List.copyOf(labels);
    }

    static IssueRow read(Row row) throws SQLException {
        return new IssueRow(
                row.number("issue_id"),
                row.text("repo"),
                row.count("number"),
                row.text("title"),
                row.findText("author"),
                row.text("state"),
                row.findText("state_reason"),
                row.moment("created_at"),
                row.findMoment("first_response_at"),
                row.findMoment("closed_at"),
                row.findNumber("lead_seconds"),
                row.texts("labels"),
                row.findText("milestone"),
                row.text("url"));
    }
}

package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One pull request as lists and the API show it.
 *
 * @param id GitHub's number of the pull request, unique beyond its repository
 * @param author empty when GitHub no longer knows the account
 * @param state OPEN, MERGED or CLOSED
 */
public record PullRequestRow(
        long id,
        String repo,
        int number,
        String title,
        Optional<String> author,
        boolean authorIsBot,
        PullState state,
        boolean draft,
        Moments moments,
        Map<PullMetric, Long> seconds,
        Size size,
        String url) {

    public PullRequestRow {
        seconds = Map.copyOf(seconds);
    }

    /** What happened when; an empty moment has not happened. */
    public record Moments(
            Instant createdAt,
            Optional<Instant> readyAt,
            Optional<Instant> firstCommitAt,
            Optional<Instant> firstResponseAt,
            Optional<Instant> firstReviewAt,
            Optional<Instant> firstApprovalAt,
            Optional<Instant> mergedAt,
            Optional<Instant> closedAt,
            Optional<Instant> deployedAt) {}

    /** Lines changed, reviews and comments by humans other than the author. */
    public record Size(int additions, int deletions, int changedFiles, int reviews, int comments) {}

    /** Seconds of the metric; empty when it did not happen. */
    public OptionalLong seconds(PullMetric metric) {
        Long value = seconds.get(metric);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static PullRequestRow read(Row row) throws SQLException {
        Map<PullMetric, Long> seconds = new EnumMap<>(PullMetric.class);
        for (PullMetric metric : PullMetric.values()) {
            row.findNumber(metric.column()).ifPresent(value -> seconds.put(metric, value));
        }
        return new PullRequestRow(
                row.number("pull_request_id"),
                row.text("repo"),
                row.count("number"),
                row.text("title"),
                row.findText("author"),
                row.flag("author_is_bot"),
                PullState.valueOf(row.text("state")),
                row.flag("draft"),
                moments(row),
                seconds,
                new Size(
                        row.count("additions"),
                        row.count("deletions"),
                        row.count("changed_files"),
                        row.count("reviews"),
                        row.count("comments")),
                row.text("url"));
    }

    private static Moments moments(Row row) throws SQLException {
        return new Moments(
                row.moment("created_at"),
                row.findMoment("ready_at"),
                row.findMoment("first_commit_at"),
                row.findMoment("first_response_at"),
                row.findMoment("first_review_at"),
                row.findMoment("first_approval_at"),
                row.findMoment("merged_at"),
                row.findMoment("closed_at"),
                row.findMoment("deployed_at"));
    }
}

package dev.pulsehub.core.report;

import java.util.List;

/** The API's contract: which columns, in which order. New ones go to the end. */
public final class Columns {

    public static final List<Column<RepoRow>> REPOS = List.of(
            Column.of("repo", RepoRow::repo),
            Column.of("id", RepoRow::id),
            Column.maybe("description", RepoRow::description),
            Column.of("private", row -> row.traits().isPrivate()),
            Column.of("archived", row -> row.traits().archived()),
            Column.of("fork", row -> row.traits().fork()),
            Column.maybe("default_branch", RepoRow::defaultBranch),
            Column.maybe("language", RepoRow::language),
            Column.of("stars", RepoRow::stars),
            Column.of("forks", RepoRow::forks),
            Column.at("created_at", RepoRow::createdAt),
            Column.at("updated_at", RepoRow::updatedAt),
            Column.maybeAt("pushed_at", RepoRow::pushedAt),
            Column.of("url", RepoRow::url));

    public static final List<Column<PullRequestRow>> PULLS = List.of(
            Column.of("repo", PullRequestRow::repo),
            Column.of("number", PullRequestRow::number),
            Column.of("title", PullRequestRow::title),
            Column.maybe("author", PullRequestRow::author),
            Column.of("state", row -> row.state().name()),
            Column.of("draft", PullRequestRow::draft),
            Column.at("created_at", row -> row.moments().createdAt()),
            Column.maybeAt("ready_at", row -> row.moments().readyAt()),
            Column.maybeAt("first_commit_at", row -> row.moments().firstCommitAt()),
            Column.maybeAt("first_response_at", row -> row.moments().firstResponseAt()),
            Column.maybeAt("first_review_at", row -> row.moments().firstReviewAt()),
            Column.maybeAt("first_approval_at", row -> row.moments().firstApprovalAt()),
            Column.maybeAt("merged_at", row -> row.moments().mergedAt()),
            Column.maybeAt("closed_at", row -> row.moments().closedAt()),
            Column.maybeAt("deployed_at", row -> row.moments().deployedAt()),
            seconds(PullMetric.CODING),
            seconds(PullMetric.PICKUP),
            seconds(PullMetric.REVIEW),
            seconds(PullMetric.DEPLOY),
            seconds(PullMetric.CYCLE),
            seconds(PullMetric.TIME_TO_MERGE),
            seconds(PullMetric.OPEN_TO_MERGE),
            Column.of("additions", row -> row.size().additions()),
            Column.of("deletions", row -> row.size().deletions()),
            Column.of("url", PullRequestRow::url),
            seconds(PullMetric.CYCLE_TO_MERGE),
            seconds(PullMetric.UNREVIEWED),
            seconds(PullMetric.REDRAFT));

    public static final List<Column<IssueRow>> ISSUES = List.of(
            Column.of("repo", IssueRow::repo),
            Column.of("number", IssueRow::number),
            Column.of("title", IssueRow::title),
            Column.maybe("author", IssueRow::author),
            Column.of("state", IssueRow::state),
            Column.maybe("state_reason", IssueRow::stateReason),
            Column.at("created_at", IssueRow::createdAt),
            Column.maybeAt("first_response_at", IssueRow::firstResponseAt),
            Column.maybeAt("closed_at", IssueRow::closedAt),
            Column.seconds("lead_seconds", IssueRow::leadSeconds),
            Column.texts("labels", IssueRow::labels),
            Column.maybe("milestone", IssueRow::milestone),
            Column.of("url", IssueRow::url));

    public static final List<Column<RunRow>> RUNS = List.of(
            Column.of("repo", RunRow::repo),
            Column.of("id", RunRow::id),
            Column.of("attempt", RunRow::attempt),
            Column.of("workflow", RunRow::workflow),
            Column.maybe("branch", RunRow::branch),
            Column.of("event", RunRow::event),
            Column.of("status", RunRow::status),
            Column.maybe("conclusion", RunRow::conclusion),
            Column.at("run_started_at", RunRow::runStartedAt),
            Column.maybeAt("completed_at", RunRow::completedAt),
            Column.seconds("duration_seconds", RunRow::durationSeconds),
            Column.seconds("queue_seconds", RunRow::queueSeconds),
            Column.of("url", RunRow::url));

    public static final List<Column<MetricRow>> METRIC_ROWS = List.of(
            Column.of("repo", MetricRow::repo),
            Column.maybe("number", MetricRow::number),
            Column.at("at", MetricRow::at),
            Column.maybe("person", MetricRow::person),
            Column.of("value", MetricRow::value),
            Column.of("url", MetricRow::url));

    private Columns() {}

    private static Column<PullRequestRow> seconds(PullMetric metric) {
        return Column.seconds(metric.column(), row -> row.seconds(metric));
    }
}

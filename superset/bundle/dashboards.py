"""The dashboards: which charts stand where. Widths add up to twelve per row; one height is eight pixels."""

from dataclasses import dataclass

from bundle.charts import DAY, Chart, heatmap, number, pie, rows, series, table, trend

LOW, MIDDLE, HIGH, TALL = 18, 34, 42, 50


@dataclass(frozen=True)
class Cell:
    width: int
    height: int
    chart: Chart


@dataclass(frozen=True)
class Dashboard:
    """`repositories` is the dataset whose values the repository filter offers."""

    slug: str
    title: str
    repositories: str
    rows: list[list[Cell]]

    def narrow(self) -> "Dashboard":
        """The twin for telephones, whose grid does not wrap: numbers in pairs, everything else over the full width."""
        cells = [cell for row in self.rows for cell in row]
        numbers = [cell for cell in cells if cell.chart.is_number]
        pairs = [numbers[i : i + 2] for i in range(0, len(numbers), 2)]
        return Dashboard(
            f"{self.slug}-narrow",
            self.title,
            self.repositories,
            [[Cell(12 // len(pair), LOW, cell.chart) for cell in pair] for pair in pairs]
            + [[Cell(12, cell.height, cell.chart)] for cell in cells if not cell.chart.is_number],
        )


def _across(height: int, *charts: Chart) -> list[Cell]:
    """Charts of equal width side by side."""
    return [Cell(12 // len(charts), height, chart) for chart in charts]


def _two_thirds(wide: Chart, narrow: Chart) -> list[Cell]:
    return [Cell(8, HIGH, wide), Cell(4, HIGH, narrow)]


MERGED = {"state": "MERGED"}
CLOSED = {"state": "CLOSED"}
COMPLETED = {"status": "completed"}

DASHBOARDS = [
    Dashboard(
        "repository-overview",
        "Repository Overview",
        "repo",
        [
            _across(
                LOW,
                number("ov-stars", "Stars", "repo", "total_stars", "as of now"),
                number("ov-forks", "Forks", "repo", "total_forks", "as of now"),
                number("ov-open-issues", "Open issues", "repo", "total_open_issues", "as of now"),
                trend("ov-contributors", "Active contributors", "contribution", "active_contributors", summed=False),
            ),
            _two_thirds(
                series(
                    "bar",
                    "ov-activity",
                    "Contributions per week",
                    "contribution",
                    ["contributions"],
                    ["kind"],
                    stack="Stack",
                    opacity=0.9,
                ),
                pie("ov-where", "Contributions by repository", "contribution", "contributions", "repo"),
            ),
            [
                Cell(
                    12,
                    MIDDLE,
                    series(
                        "line",
                        "ov-people",
                        "Active contributors per week",
                        "contribution",
                        ["active_contributors"],
                        show_legend=False,
                        area=True,
                    ),
                )
            ],
            [
                Cell(
                    12,
                    HIGH,
                    table(
                        "ov-repos",
                        "Repositories now",
                        "repo",
                        ["repo", "language"],
                        ["total_stars", "total_forks", "total_open_issues", "total_open_pulls"],
                    ),
                )
            ],
        ],
    ),
    Dashboard(
        "issue-velocity",
        "Issue Velocity",
        "issue_flow",
        [
            _across(
                LOW,
                trend("iv-opened", "Issues opened", "issue_flow", "issues_opened", summed=True),
                trend("iv-closed", "Issues closed", "issue_flow", "issues_closed", summed=True),
                number(
                    "iv-median",
                    "Time to close",
                    "issue",
                    "median_time_to_close",
                    "median: half were closed sooner",
                    only=CLOSED,
                ),
                number(
                    "iv-average",
                    "Average to close",
                    "issue",
                    "average_time_to_close",
                    "a few old issues weigh much here",
                    only=CLOSED,
                ),
            ),
            _two_thirds(
                series(
                    "line",
                    "iv-flow",
                    "Issues opened and closed per week",
                    "issue_flow",
                    ["issues_opened", "issues_closed"],
                ),
                pie("iv-labels", "Labels of the issues opened", "issue_label", "labelled_issues", "label"),
            ),
            _across(
                HIGH,
                series(
                    "line",
                    "iv-time",
                    "Time to close, by week of closing",
                    "issue",
                    ["median_time_to_close_hours", "average_time_to_close_hours"],
                    only=CLOSED,
                ),
                series(
                    "area",
                    "iv-repos",
                    "Issues opened by repository",
                    "issue_flow",
                    ["issues_opened"],
                    ["repo"],
                    stack="Stack",
                    opacity=0.6,
                ),
            ),
        ],
    ),
    Dashboard(
        "pr-analytics",
        "PR Analytics",
        "pull_request",
        [
            _across(
                LOW,
                trend("pr-opened", "Opened", "pull_request_flow", "pulls_opened", summed=True),
                trend("pr-merged", "Merged", "pull_request_flow", "pulls_merged", summed=True),
                number(
                    "pr-review",
                    "Review time",
                    "pull_request",
                    "median_review",
                    "median, first answer to merge",
                    only=MERGED,
                ),
                number(
                    "pr-merge",
                    "Time to merge",
                    "pull_request",
                    "median_time_to_merge",
                    "median, from ready for review",
                    only=MERGED,
                ),
            ),
            _two_thirds(
                series(
                    "bar",
                    "pr-flow",
                    "Opened, merged and closed per week",
                    "pull_request_flow",
                    ["pulls_opened", "pulls_merged", "pulls_closed"],
                ),
                pie("pr-states", "What became of those opened", "pull_request", "pulls", "state", time="created_day"),
            ),
            _across(
                HIGH,
                series(
                    "line",
                    "pr-times",
                    "Review pickup and review time",
                    "pull_request",
                    ["median_pickup_hours", "median_review_hours"],
                    only=MERGED,
                ),
                series(
                    "bar",
                    "pr-frequency",
                    "Merge frequency: merged per author and week",
                    "pull_request",
                    ["merge_frequency"],
                    only=MERGED,
                    show_legend=False,
                ),
            ),
            [
                Cell(
                    12,
                    TALL,
                    rows(
                        "pr-latest",
                        "Latest pull requests",
                        "pull_request",
                        ["created_day", "repo", "number", "title", "author", "state", "merged_day"],
                        "created_day",
                        time="created_day",
                    ),
                )
            ],
        ],
    ),
    Dashboard(
        "team-performance",
        "Team Performance",
        "pull_request",
        [
            _across(
                LOW,
                trend("tp-commits", "Commits", "commit_daily", "commit_count", summed=True),
                trend("tp-reviews", "Reviews", "review", "reviews", summed=True),
                number(
                    "tp-pickup",
                    "Review pickup",
                    "pull_request",
                    "median_pickup",
                    "median, ready to first answer",
                    only=MERGED,
                ),
                number(
                    "tp-reviewed",
                    "Reviewed",
                    "pull_request",
                    "reviewed_share",
                    "of merged PRs, before the merge",
                    only=MERGED,
                ),
            ),
            _two_thirds(
                series(
                    "bar",
                    "tp-daily",
                    "Commits per day",
                    "commit_daily",
                    ["commit_count"],
                    grain=DAY,
                    show_legend=False,
                ),
                pie("tp-outcomes", "Outcomes of reviews", "review", "reviews", "state", only={"by_author": False}),
            ),
            _across(
                HIGH,
                series(
                    "line",
                    "tp-latency",
                    "Review latency by week of merge",
                    "pull_request",
                    ["median_pickup_hours", "p90_pickup_hours"],
                    only=MERGED,
                ),
                series(
                    "bar", "tp-reviewers", "People who reviewed, per week", "review", ["reviewers"], show_legend=False
                ),
            ),
            [
                Cell(
                    12,
                    HIGH,
                    table(
                        "tp-repos",
                        "Review by repository",
                        "pull_request",
                        ["repo"],
                        ["pulls", "reviewed_share", "median_pickup", "median_review", "median_time_to_merge"],
                        only=MERGED,
                    ),
                )
            ],
        ],
    ),
    Dashboard(
        "actions-monitor",
        "Actions Monitor",
        "workflow_run",
        [
            _across(
                LOW,
                trend("am-runs", "Runs completed", "workflow_run", "runs", summed=True, only=COMPLETED),
                trend("am-rate", "Success rate", "workflow_run", "success_rate", summed=False, only=COMPLETED),
                number(
                    "am-minutes",
                    "Minutes per run",
                    "workflow_run",
                    "median_duration_minutes",
                    "median, start to completion",
                    only=COMPLETED,
                ),
                number("am-rerun", "Run again", "workflow_run", "rerun_share", "of all runs", only=COMPLETED),
            ),
            _two_thirds(
                series(
                    "bar",
                    "am-results",
                    "Runs by conclusion per week",
                    "workflow_run",
                    ["runs"],
                    ["conclusion"],
                    only=COMPLETED,
                    stack="Stack",
                    opacity=0.9,
                ),
                pie("am-workflows", "Runs by workflow", "workflow_run", "runs", "workflow", only=COMPLETED),
            ),
            _across(
                HIGH,
                series(
                    "line",
                    "am-rates",
                    "Success rate per week",
                    "workflow_run",
                    ["success_rate"],
                    ["workflow"],
                    only=COMPLETED,
                    y_axis_format=".0%",
                    y_axis_bounds=[0, 1],
                ),
                series(
                    "line",
                    "am-durations",
                    "Duration per week (minutes)",
                    "workflow_run",
                    ["median_duration_minutes", "p90_duration_minutes"],
                    only=COMPLETED,
                ),
            ),
            [
                Cell(
                    12,
                    MIDDLE,
                    heatmap(
                        "am-hours",
                        "Runs started, by hour and weekday",
                        "workflow_run",
                        "started_hour",
                        "started_weekday",
                        "runs",
                        only=COMPLETED,
                    ),
                )
            ],
            [
                Cell(
                    12,
                    HIGH,
                    table(
                        "am-table",
                        "Workflows",
                        "workflow_run",
                        ["repo", "workflow"],
                        [
                            "runs",
                            "success_rate",
                            "rerun_share",
                            "median_duration_minutes",
                            "p90_duration_minutes",
                        ],
                        only=COMPLETED,
                    ),
                )
            ],
        ],
    ),
]

# Superset gives a label one colour per dashboard; named by metric or by value, or two lines of a chart might share one.
COLORS = {
    "issues_opened": "#3B82F6",
    "issues_closed": "#F97316",
    "pulls_opened": "#3B82F6",
    "pulls_merged": "#A855C7",
    "pulls_closed": "#6B8EAE",
    "commit_count": "#3B82F6",
    "contributions": "#3B82F6",
    "active_contributors": "#14A38B",
    "reviewers": "#14A38B",
    "merge_frequency": "#A855C7",
    "median_pickup_hours": "#3B82F6",
    "median_review_hours": "#F97316",
    "p90_pickup_hours": "#F97316",
    "median_time_to_close_hours": "#3B82F6",
    "average_time_to_close_hours": "#F97316",
    "median_duration_minutes": "#3B82F6",
    "p90_duration_minutes": "#F97316",
    "MERGED": "#A855C7",
    "OPEN": "#14A38B",
    "CLOSED": "#6B8EAE",
    "APPROVED": "#14A38B",
    "CHANGES_REQUESTED": "#F97316",
    "COMMENTED": "#3B82F6",
    "DISMISSED": "#6B8EAE",
    "success": "#14A38B",
    "failure": "#E5484D",
    "timed_out": "#F97316",
    "startup_failure": "#A855C7",
    "cancelled": "#6B8EAE",
    "skipped": "#9CA9B8",
    "commit": "#3B82F6",
    "pull request": "#A855C7",
    "review": "#14A38B",
    "issue": "#F97316",
    "comment": "#6B8EAE",
}

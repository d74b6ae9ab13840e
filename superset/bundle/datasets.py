"""What the charts read: views of schema `report`, their columns, and the metrics with the product's definitions.

Bots are left out of every metric about people's work, as the product's pages do. Durations are medians unless the name
says otherwise. A metric whose name ends in `_hours` is for axes; its twin without it is written out, as in `1d 4h`.
"""

from dataclasses import dataclass, field

TIME, DAY, INTEGER, TEXT, BOOLEAN = "TIMESTAMP WITH TIME ZONE", "DATE", "BIGINT", "TEXT", "BOOLEAN"
COUNT, HOURS, MINUTES, SHARE, DURATION = ",d", ",.1~f", ",.1~f", ".1%", "DURATION"


@dataclass(frozen=True)
class Metric:
    """A number with its name for people and its d3 format (`DURATION` takes milliseconds)."""

    sql: str
    label: str
    format: str


@dataclass(frozen=True)
class Dataset:
    """One view. `time` is the column a time range means when a chart names none; None for what is only as of now."""

    description: str
    time: str | None
    columns: dict[str, tuple[str, str]]
    metrics: dict[str, Metric] = field(default_factory=dict)

    def all_columns(self) -> dict[str, tuple[str, str]]:
        return _KEYS | self.columns


_KEYS = {
    "organization_id": (INTEGER, "Organization id"),
    "repository_id": (INTEGER, "Repository id"),
    "repo": (TEXT, "Repository"),
}


def _duration(seconds: str) -> str:
    """Milliseconds, rounded to minutes, from one day on to hours: nobody needs the seconds of a week."""
    return (
        f"1000 * CASE WHEN {seconds} < 86400 THEN 60 * ROUND(({seconds} / 60)::numeric)"
        f" ELSE 3600 * ROUND(({seconds} / 3600)::numeric) END"
    )


def _percentile(share: float, column: str, only: str = "NOT author_is_bot") -> str:
    return f"PERCENTILE_CONT({share}) WITHIN GROUP (ORDER BY {column}) FILTER (WHERE {only})"


def _spans(column: str, name: str, label: str, only: str = "NOT author_is_bot") -> dict[str, Metric]:
    """The median written out, and median and 90th percentile in hours."""
    median, late = _percentile(0.5, column, only), _percentile(0.9, column, only)
    return {
        f"median_{name}": Metric(_duration(median), f"Median {label}", DURATION),
        f"median_{name}_hours": Metric(f"{median} / 3600", f"Median {label} (hours)", HOURS),
        f"p90_{name}_hours": Metric(f"{late} / 3600", f"90th percentile of {label} (hours)", HOURS),
    }


_COMPLETED = "status = 'completed'"
_REVIEW = "NOT reviewer_is_bot AND NOT by_author"

DATASETS: dict[str, Dataset] = {
    "repo": Dataset(
        "Repositories as they are now.",
        None,
        {
            "language": (TEXT, "Language"),
            "stars": (INTEGER, "Stars"),
            "forks": (INTEGER, "Forks"),
            "open_issues": (INTEGER, "Open issues"),
            "open_pulls": (INTEGER, "Open pull requests"),
            "pushed_at": (TIME, "Last push"),
        },
        {
            "total_stars": Metric("SUM(stars)", "Stars", COUNT),
            "total_forks": Metric("SUM(forks)", "Forks", COUNT),
            "total_open_issues": Metric("SUM(open_issues)", "Open issues", COUNT),
            "total_open_pulls": Metric("SUM(open_pulls)", "Open pull requests", COUNT),
        },
    ),
    "contribution": Dataset(
        "Commits on the default branch, pull requests, reviews, issues and comments, one row each.",
        "day",
        {
            "day": (DAY, "Day"),
            "kind": (TEXT, "Kind"),
            "person": (TEXT, "Person"),
            "person_is_bot": (BOOLEAN, "Bot"),
        },
        {
            "contributions": Metric("COUNT(*) FILTER (WHERE NOT person_is_bot)", "Contributions", COUNT),
            "active_contributors": Metric(
                "COUNT(DISTINCT person) FILTER (WHERE NOT person_is_bot)", "Active contributors", COUNT
            ),
        },
    ),
    "issue_flow": Dataset(
        "One row when an issue was opened and one when it was closed.",
        "day",
        {"day": (DAY, "Day"), "happened": (TEXT, "Happened"), "author_is_bot": (BOOLEAN, "By a bot")},
        {
            "issues_opened": Metric(
                "COUNT(*) FILTER (WHERE happened = 'opened' AND NOT author_is_bot)", "Opened", COUNT
            ),
            "issues_closed": Metric(
                "COUNT(*) FILTER (WHERE happened = 'closed' AND NOT author_is_bot)", "Closed", COUNT
            ),
        },
    ),
    "issue": Dataset(
        "Issues; a time range means the day they were closed.",
        "closed_day",
        {
            "closed_day": (DAY, "Closed"),
            "created_day": (DAY, "Opened"),
            "state": (TEXT, "State"),
            "author_is_bot": (BOOLEAN, "By a bot"),
            "lead_seconds": (INTEGER, "Time to close (s)"),
        },
        {
            **_spans("lead_seconds", "time_to_close", "time to close"),
            "average_time_to_close": Metric(
                _duration("AVG(lead_seconds) FILTER (WHERE NOT author_is_bot)"), "Average time to close", DURATION
            ),
            "average_time_to_close_hours": Metric(
                "AVG(lead_seconds) FILTER (WHERE NOT author_is_bot) / 3600", "Average time to close (hours)", HOURS
            ),
        },
    ),
    "issue_label": Dataset(
        "One row per issue and label; a time range means the day the issue was opened.",
        "created_day",
        {"created_day": (DAY, "Opened"), "label": (TEXT, "Label"), "state": (TEXT, "State")},
        {"labelled_issues": Metric("COUNT(*)", "Issues with the label", COUNT)},
    ),
    "pull_request_flow": Dataset(
        "One row when a pull request was opened, and one when it was merged or closed without merge.",
        "day",
        {"day": (DAY, "Day"), "happened": (TEXT, "Happened"), "author_is_bot": (BOOLEAN, "By a bot")},
        {
            "pulls_opened": Metric(
                "COUNT(*) FILTER (WHERE happened = 'opened' AND NOT author_is_bot)", "Opened", COUNT
            ),
            "pulls_merged": Metric(
                "COUNT(*) FILTER (WHERE happened = 'merged' AND NOT author_is_bot)", "Merged", COUNT
            ),
            "pulls_closed": Metric(
                "COUNT(*) FILTER (WHERE happened = 'closed' AND NOT author_is_bot)", "Closed without merge", COUNT
            ),
        },
    ),
    "pull_request": Dataset(
        "Pull requests; a time range means the day they were merged, unless a chart says otherwise.",
        "merged_day",
        {
            "merged_day": (DAY, "Merged"),
            "created_day": (DAY, "Opened"),
            "number": (INTEGER, "Number"),
            "title": (TEXT, "Title"),
            "author": (TEXT, "Author"),
            "author_is_bot": (BOOLEAN, "By a bot"),
            "state": (TEXT, "State"),
            "first_review_at": (TIME, "First review"),
            "pickup_seconds": (INTEGER, "Review pickup (s)"),
            "review_seconds": (INTEGER, "Review time (s)"),
            "time_to_merge_seconds": (INTEGER, "Time to merge (s)"),
            "review_count": (INTEGER, "Reviews"),
        },
        {
            "pulls": Metric("COUNT(*) FILTER (WHERE NOT author_is_bot)", "Pull requests", COUNT),
            **_spans("pickup_seconds", "pickup", "review pickup"),
            **_spans("review_seconds", "review", "review time"),
            **_spans("time_to_merge_seconds", "time_to_merge", "time to merge"),
            "merge_frequency": Metric(
                "COUNT(*) FILTER (WHERE NOT author_is_bot)::float"
                " / NULLIF(COUNT(DISTINCT author) FILTER (WHERE NOT author_is_bot), 0)",
                "Merged per author",
                HOURS,
            ),
            "reviewed_share": Metric(
                "COUNT(first_review_at) FILTER (WHERE NOT author_is_bot)::float"
                " / NULLIF(COUNT(*) FILTER (WHERE NOT author_is_bot), 0)",
                "Reviewed before merge",
                SHARE,
            ),
        },
    ),
    "review": Dataset(
        "Submitted reviews by others than the author.",
        "submitted_day",
        {
            "submitted_day": (DAY, "Submitted"),
            "state": (TEXT, "Outcome"),
            "reviewer": (TEXT, "Reviewer"),
            "reviewer_is_bot": (BOOLEAN, "By a bot"),
            "by_author": (BOOLEAN, "By the author"),
        },
        {
            "reviews": Metric(f"COUNT(*) FILTER (WHERE {_REVIEW})", "Reviews", COUNT),
            "reviewers": Metric(f"COUNT(DISTINCT reviewer) FILTER (WHERE {_REVIEW})", "Reviewers", COUNT),
        },
    ),
    "commit_daily": Dataset(
        "Commits on default branches by author and day.",
        "day",
        {
            "day": (DAY, "Day"),
            "author": (TEXT, "Author"),
            "author_is_bot": (BOOLEAN, "By a bot"),
            "commits": (INTEGER, "Commits"),
            "merge_commits": (INTEGER, "Merge commits"),
        },
        {
            "commit_count": Metric("SUM(commits) FILTER (WHERE NOT author_is_bot)", "Commits", COUNT),
        },
    ),
    "workflow_run": Dataset(
        "The latest attempt of each workflow run; a time range means the day it completed.",
        "completed_day",
        {
            "completed_day": (DAY, "Completed"),
            "workflow": (TEXT, "Workflow"),
            "status": (TEXT, "Status"),
            "conclusion": (TEXT, "Conclusion"),
            "succeeded": (BOOLEAN, "Succeeded"),
            "attempt": (INTEGER, "Attempt"),
            "duration_seconds": (INTEGER, "Duration (s)"),
            "started_weekday": (TEXT, "Weekday"),
            "started_hour": (TEXT, "Hour"),
        },
        {
            "runs": Metric("COUNT(*)", "Runs", COUNT),
            "success_rate": Metric(
                "AVG(CASE WHEN succeeded THEN 1.0 WHEN NOT succeeded THEN 0.0 END)", "Success rate", SHARE
            ),
            "rerun_share": Metric("AVG(CASE WHEN attempt > 1 THEN 1.0 ELSE 0.0 END)", "Run again", SHARE),
            "median_duration_minutes": Metric(
                f"{_percentile(0.5, 'duration_seconds', _COMPLETED)} / 60", "Median minutes", MINUTES
            ),
            "p90_duration_minutes": Metric(
                f"{_percentile(0.9, 'duration_seconds', _COMPLETED)} / 60", "90th percentile of minutes", MINUTES
            ),
        },
    ),
}

"""What a guest with a valid token tries: python tests/attacks.py answers, as JSON, what came of each.

Asks Superset in this process, as it is configured; the guest is of an organization that does not exist, so that any
name of a repository in an answer is somebody else's row.
"""

import json
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import jwt

Body = dict[str, Any]
ROWS_OF_ALL = (
    "coalesce(max(repo), query_to_xml("
    "'select string_agg(distinct repo, '','') as x from report.pull_request', true, true, '')::text)"
)


def sql(expression: str) -> Body:
    return {"expressionType": "SQL", "label": "x", "sqlExpression": expression}


def change_query(**changes: Any) -> Callable[[Body], None]:
    def change(body: Body) -> None:
        body["queries"][0].update(changes)

    return change


def change_body(**changes: Any) -> Callable[[Body], None]:
    return lambda body: body.update(changes)


def change_form(**changes: Any) -> Callable[[Body], None]:
    return lambda body: body["form_data"].update(changes)


def many_queries(body: Body) -> None:
    body["queries"] = body["queries"] * 50


def without_chart(body: Body) -> None:
    del body["form_data"]["slice_id"]


def without_dashboard(body: Body) -> None:
    del body["form_data"]["dashboardId"]


def as_native_filter(body: Body) -> None:
    body["form_data"].update(type="NATIVE_FILTER", native_filter_id="NATIVE_FILTER-repository")
    body["queries"][0].update(columns=["title", "author"], metrics=[], orderby=[])


def more_columns(body: Body) -> None:
    body["queries"][0]["columns"] = [*body["queries"][0]["columns"], "title"]


# Sent as changes of the stored body of a table that counts pull requests by repository.
ATTACKS: dict[str, Callable[[Body], None]] = {
    "another saved metric": change_query(metrics=["merge_frequency"], orderby=[]),
    "more columns": more_columns,
    "raw rows": change_query(columns=["title", "author"], metrics=[], orderby=[]),
    "a metric in SQL": change_query(metrics=[sql("count(*)")], orderby=[]),
    "a column in SQL": change_query(columns=[sql("author")], metrics=[], orderby=[]),
    "rows of every organization": change_query(columns=[], metrics=[sql(ROWS_OF_ALL)], orderby=[]),
    "rows of every organization, ordered by": change_query(orderby=[[sql(ROWS_OF_ALL), True]]),
    "who am I": change_query(columns=[], metrics=[sql("max(current_user::text)")], orderby=[]),
    "which server": change_query(columns=[], metrics=[sql("max(version())")], orderby=[]),
    "a setting": change_query(columns=[], metrics=[sql("max(set_config('a.b', '1', true))")], orderby=[]),
    "sleep": change_query(columns=[], metrics=[sql("count(pg_sleep(0.1))")], orderby=[]),
    "a file": change_query(columns=[], metrics=[sql("max(pg_read_file('PG_VERSION'))")], orderby=[]),
    "a sub-query": change_query(columns=[], metrics=[sql("(select count(*) from report.repo)")], orderby=[]),
    "samples": change_body(result_type="samples"),
    "drill to detail": change_body(result_type="drill_detail"),
    "columns of the dataset": change_body(result_type="columns"),
    "the statement": change_body(result_type="query"),
    "samples of one query": change_query(result_type="samples"),
    "csv": change_body(result_format="csv"),
    "xlsx": change_body(result_format="xlsx"),
    "fifty queries": many_queries,
    "a million rows": change_query(row_limit=1_000_000),
    "later rows": change_query(row_offset=1),
    "no chart": without_chart,
    "no dashboard": without_dashboard,
    "another chart": change_form(slice_id=1_000_000),
    "another dashboard": change_form(dashboardId=1_000_000),
    "posing as a filter": as_native_filter,
    "a filter on another column": change_query(filters=[{"col": "author", "op": "ILIKE", "val": "%"}]),
    "without its own filter": change_query(filters=[]),
    "a filter in SQL": change_query(filters=[{"col": sql("1"), "op": "==", "val": "1"}]),
    "where with brackets": change_query(extras={"where": "1=1) OR (1=1", "having": ""}),
    "where with a comment": change_query(extras={"where": "1=1 --", "having": ""}),
    "where with a union": change_query(extras={"where": "1=1 UNION SELECT 1", "having": ""}),
    "having": change_query(extras={"where": "", "having": "count(*) > 0"}),
    "a quote in the time range": change_query(time_range="2026-01-01' OR '1'='1"),
    "a template in the time range": change_query(time_range="{{ 1 + 1 }}"),
    "the week before": change_query(time_offsets=["1 week ago"]),
    "other post processing": change_query(post_processing=[{"operation": "cum", "options": {}}]),
}
PLACES = [
    "/api/v1/database/",
    "/api/v1/query/",
    "/api/v1/saved_query/",
    "/api/v1/log/recent_activity/",
    "/api/v1/rowlevelsecurity/",
    "/api/v1/dashboard/export/?q=!(1)",
    "/api/v1/chart/export/?q=!(1)",
    "/api/v1/sqllab/",
    "/api/v1/security/roles/",
    "/api/v1/menu/",
    "/api/v1/assets/export/",
]
TOKENS: dict[str, Callable[[Body], Any]] = {
    "without an end": lambda claims: claims.pop("exp"),
    "of an hour": lambda claims: claims.update(exp=claims["iat"] + 3600),
    "ended": lambda claims: claims.update(exp=claims["iat"] + 1),
    "without rules": lambda claims: claims.update(rls_rules=[]),
    "for all rows": lambda claims: claims.update(rls_rules=[{"clause": "1=1"}]),
    "for all rows but of one dataset": lambda claims: claims.update(rls_rules=[{"clause": "1=0", "dataset": 1}]),
    "with a comment": lambda claims: claims.update(rls_rules=[{"clause": "organization_id IN (1))--"}]),
    "for somebody else": lambda claims: claims.update(aud="elsewhere"),
    "of another kind": lambda claims: claims.update(type="user"),
}


class Guest:
    """Asks as a page would, with a token of its own."""

    def __init__(self, app: Any, uuid: str, rules: list[str]) -> None:
        now = int(time.time()) - 10
        self.app = app
        self.client = app.test_client()
        self.claims = {
            "user": {"username": "person-1"},
            "resources": [{"type": "dashboard", "id": uuid}],
            "rls_rules": [{"clause": rule} for rule in rules],
            "iat": now,
            "exp": now + 300,
            "aud": "pulse-hub-superset",
            "type": "guest",
        }

    def ask(self, method: str, path: str, body: Body | None = None, change: Any = None) -> Any:
        claims = deepcopy(self.claims)
        if change:
            change(claims)
        token = jwt.encode(claims, self.app.config["GUEST_TOKEN_JWT_SECRET"], algorithm="HS256")
        return self.client.open(path, method=method, json=body, headers={"X-GuestToken": token})


def stored_body(chart: Any, dashboard: Any) -> Body:
    body = json.loads(chart.query_context)
    body["form_data"].update(slice_id=chart.id, dashboardId=dashboard.id)
    return body


@dataclass(frozen=True)
class Target:
    """The dashboard the guest may see, the bodies its charts send by their titles, and one of another dashboard."""

    uuid: str
    bodies: dict[str, Body]
    foreign_body: Body


def target() -> Target:
    from superset import db
    from superset.models.dashboard import Dashboard

    dashboard = db.session.query(Dashboard).filter_by(slug="team-performance").one()
    other = db.session.query(Dashboard).filter_by(slug="issue-velocity").one().slices[0]
    return Target(
        str(dashboard.uuid),
        {chart.slice_name: stored_body(chart, dashboard) for chart in dashboard.slices},
        stored_body(other, dashboard),
    )


def outcomes(app: Any, seen: Target) -> Iterator[tuple[str, dict[str, Any]]]:
    guest = Guest(app, seen.uuid, ["organization_id IN (999999999)", "repository_id IN (999999999)"])
    stored = seen.bodies["Review by repository"]

    def data(body: Body, change: Any = None) -> dict[str, Any]:
        return outcome(guest.ask("POST", "/api/v1/chart/data", body, change))

    def outcome(answer: Any) -> dict[str, Any]:
        return {"status": answer.status_code, "foreign": "acme/" in answer.get_data(as_text=True)}

    for title, body in seen.bodies.items():
        yield f"own chart: {title}", data(body)
    for name, change in ATTACKS.items():
        body = deepcopy(stored)
        change(body)
        yield f"query: {name}", data(body)
    yield "query: a chart of another dashboard", data(seen.foreign_body)
    for path in PLACES:
        yield f"place: {path}", outcome(guest.ask("GET", path))
    for name, change in TOKENS.items():
        yield f"token: {name}", data(stored, change)


def main() -> None:
    from superset.app import create_app

    app = create_app()
    with app.app_context():
        seen = target()
    print(json.dumps(dict(outcomes(app, seen))))  # each request has a context of its own, as on a server


if __name__ == "__main__":
    main()

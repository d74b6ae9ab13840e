"""A guest may only ask exactly what the stored charts of its dashboard ask.

Superset 6.1.0 lets a guest token send any metric, column or SQL expression over every dataset of its dashboard: the
built-in check looks the chart up with the guest's own rights, does not find it and gives up. Functions such as
query_to_xml() run SQL text, so the row level clause is then no boundary. Here every guest query must equal the stored
query of the chart; only the values of the dashboard's own filters and the time range may differ.

It stands on internals of Superset (`raise_for_access`, `QueryObject`): run tests/ after every upgrade.
"""

import json
import logging
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from superset.security import SupersetSecurityManager

log = logging.getLogger(__name__)

MAX_QUERIES = 4
MAX_VALUES = 200
MAX_TEXT = 300
MAX_FILTER_ROWS = 1000
MAX_TOKEN_SECONDS = 900
RLS_CLAUSE = re.compile(r"1=0|(organization_id|repository_id) IN \(\d{1,18}(, ?\d{1,18})*\)")
TIME_RANGE = re.compile(r"[A-Za-z0-9 :,.'()_+-]{0,200}")
TIME = "TEMPORAL_RANGE"
FILTER_OPERATORS = {"==", "IN", "ILIKE"}
FILTER_KEYS = {"col", "op", "val", "isExtra"}
NOT_FOR_GUESTS = ("viz", "query", "sql", "table", "database")
FIXED = (
    "columns", "metrics", "orderby", "series_columns", "series_limit", "series_limit_metric", "order_desc",
    "post_processing", "annotation_layers", "row_limit", "row_offset", "is_rowcount", "is_timeseries", "granularity",
    "time_shift", "time_offsets", "apply_fetch_values_predicate", "group_others_when_limit_reached", "result_type",
)  # fmt: skip


class PulseHubSecurityManager(SupersetSecurityManager):
    """Superset's own, with tokens that must be narrow and short, and queries that must be the stored ones."""

    def parse_jwt_guest_token(self, raw_token: str) -> dict[str, Any]:
        """Stock Superset takes tokens without an end, and tokens without row rules, which see everything."""
        token = super().parse_jwt_guest_token(raw_token)
        check_token(token)
        return token

    def raise_for_access(self, *args: Any, **kwargs: Any) -> None:
        if self.is_guest_user():
            if args or any(kwargs.get(name) is not None for name in NOT_FOR_GUESTS):
                refuse("not offered to guests")
            if (context := kwargs.get("query_context")) is not None:
                self._check_guest_query(context)
        super().raise_for_access(*args, **kwargs)

    def _check_guest_query(self, context: Any) -> None:
        form = context.form_data or {}
        dashboard = self._dashboard(form.get("dashboardId"))
        check_frame(context, form)
        filters = json.loads(dashboard.json_metadata or "{}").get("native_filter_configuration", [])
        if form.get("type") == "NATIVE_FILTER":
            check_native_filter(context, form, filters)
            return
        stored = self._stored_queries(dashboard, form.get("slice_id"), context)
        allowed = {one["column"]["name"] for each in filters for one in each.get("targets", []) if one.get("column")}
        for sent, want in zip(context.queries, stored, strict=True):
            check_query(sent, want, allowed)

    def _dashboard(self, dashboard_id: Any) -> Any:
        from superset.models.dashboard import Dashboard

        if type(dashboard_id) is not int:
            refuse("no dashboard")
        dashboard = self.session.query(Dashboard).filter(Dashboard.id == dashboard_id).one_or_none()
        if dashboard is None or not self.has_guest_access(dashboard):
            refuse("another dashboard")
        return dashboard

    @staticmethod
    def _stored_queries(dashboard: Any, slice_id: Any, context: Any) -> list[Any]:
        """What the chart asks, read through the same schema as the request, so that both have the same defaults."""
        from superset.charts.schemas import ChartDataQueryContextSchema

        chart = None
        if type(slice_id) is int:
            chart = next((one for one in dashboard.slices if one.id == slice_id), None)
        if chart is None or not chart.query_context:
            refuse(f"chart {slice_id}")
        stored = ChartDataQueryContextSchema().load(json.loads(chart.query_context))
        if stored.datasource.id != context.datasource.id or len(stored.queries) != len(context.queries):
            refuse(f"another dataset or number of queries than chart {slice_id} has")
        return stored.queries


def check_token(token: dict[str, Any]) -> None:
    """Raises ValueError unless the token ends soon and every rule is one that web writes."""
    issued, ends, rules = token.get("iat"), token.get("exp"), token.get("rls_rules")
    if type(issued) is not int or type(ends) is not int or not 0 < ends - issued <= MAX_TOKEN_SECONDS:
        raise ValueError("guest token without a short life")
    if not isinstance(rules, list) or not rules or not all(_is_plain_rule(rule) for rule in rules):
        raise ValueError("guest token without plain row rules")


def _is_plain_rule(rule: Any) -> bool:
    """A rule for one dataset would leave the others open."""
    clause = rule.get("clause") if isinstance(rule, dict) else None
    return isinstance(clause, str) and bool(RLS_CLAUSE.fullmatch(clause)) and "dataset" not in rule


def check_frame(context: Any, form: dict[str, Any]) -> None:
    if _text(context.result_type) != "full" or _text(context.result_format) != "json":
        refuse(f"result type {context.result_type}")
    if form.get("parent_slice_id") is not None:
        refuse("layers")
    if not 1 <= len(context.queries) <= MAX_QUERIES:
        refuse(f"{len(context.queries)} queries")


def check_query(sent: Any, want: Any, filter_columns: set[str]) -> None:
    """`want`: the stored query; `filter_columns`: those of the dashboard's own filters."""
    for name in FIXED:
        if not _same(getattr(sent, name, None), getattr(want, name, None)):
            refuse(f"{name} differs")
    if not _same(_extras(sent), _extras(want)):
        refuse("extras differ")
    _check_time_range(sent.time_range)
    for clause in want.filter:
        if _operator(clause) != TIME and not any(_same(clause, one) for one in sent.filter):
            refuse("a fixed filter is missing")
    times = {one.get("col") for one in want.filter if _operator(one) == TIME}
    for clause in sent.filter:
        if not any(_same(clause, one) for one in want.filter):
            _check_filter(clause, filter_columns, times)


def check_native_filter(context: Any, form: dict[str, Any], filters: Iterable[dict[str, Any]]) -> None:
    """The values a filter of the dashboard offers: its own column and nothing else."""
    config = next((one for one in filters if one.get("id") == form.get("native_filter_id")), {})
    target = (config.get("targets") or [{}])[0]
    name = (target.get("column") or {}).get("name")
    query = context.queries[0]
    plain = (
        name
        and target.get("datasetId") == context.datasource.id
        and len(context.queries) == 1
        and query.columns == [name]
        and not (query.metrics or query.post_processing or query.annotation_layers or query.series_columns)
        and not _extras(query)
        and all(one[0] == name for one in query.orderby)
        and query.row_limit is not None
        and 0 < query.row_limit <= MAX_FILTER_ROWS
    )
    if not plain:
        refuse("native filter")
    _check_time_range(query.time_range)
    for clause in query.filter:
        _check_filter(clause, {name}, set())


def _check_filter(clause: dict[str, Any], columns: set[str], times: set[Any]) -> None:
    column, operator, value = clause.get("col"), _operator(clause), clause.get("val")
    if not isinstance(column, str) or set(clause) - FILTER_KEYS:
        refuse(f"filter on {column!r}")
    if operator == TIME:
        if column not in times:
            refuse(f"time range on {column!r}")
        _check_time_range(value)
        return
    if column not in columns or operator not in FILTER_OPERATORS:
        refuse(f"filter on {column!r}")
    values = value if isinstance(value, list) else [value]
    if len(values) > MAX_VALUES or not all(_is_scalar(one) for one in values):
        refuse("filter values")


def _is_scalar(value: Any) -> bool:
    return value is None or (isinstance(value, str | int | float | bool) and len(str(value)) <= MAX_TEXT)


def _check_time_range(value: Any) -> None:
    if not isinstance(value, str | None) or not TIME_RANGE.fullmatch(value or ""):
        refuse("time range")


def _operator(clause: dict[str, Any]) -> Any:
    return _text(clause.get("op"))


def _text(value: Any) -> str:
    return str(getattr(value, "value", value))


def _extras(query: Any) -> dict[str, Any]:
    return {name: value for name, value in (query.extras or {}).items() if value}


def _same(one: Any, other: Any) -> bool:
    def plain(value: Any) -> str:
        return json.dumps(value or None, sort_keys=True, default=str)

    return plain(one) == plain(other)


def refuse(why: str) -> NoReturn:
    """Says why in the log, and nothing to the guest."""
    from superset.errors import ErrorLevel, SupersetError, SupersetErrorType
    from superset.exceptions import SupersetSecurityException

    log.warning("guest query refused: %s", why)
    raise SupersetSecurityException(
        SupersetError(
            error_type=SupersetErrorType.DASHBOARD_SECURITY_ACCESS_ERROR,
            message="Not part of this dashboard",
            level=ErrorLevel.WARNING,
        )
    )

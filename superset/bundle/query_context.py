"""The query a chart sends, built from its parameters.

A guest may only ask what is stored (see pulse_security.py), so each chart carries exactly what Superset's own page
sends for it; on the page only `url_params`, `time_range` and the values of the dashboard's filters differ. A type that
is not here yet: embed such a chart once, look at the request of the page, and build the same.
"""

import json
from typing import Any

Params = dict[str, Any]
Query = dict[str, Any]


def build(params: Params) -> Params:
    """The whole `query_context` of a chart, as the importer and the security manager read it."""
    return {
        "datasource": {"id": 0, "type": "table"},
        "force": False,
        "queries": _queries(params),
        "form_data": params | {"force": False, "result_format": "json", "result_type": "full"},
        "result_format": "json",
        "result_type": "full",
    }


def _queries(params: Params) -> list[Query]:
    kind = params["viz_type"]
    if kind == "big_number_total":
        return [_base(params) | {"columns": [], "metrics": [params["metric"]], "order_desc": True}]
    if kind == "big_number":
        return _trend_number(params)
    if kind.startswith("echarts_timeseries") or kind == "echarts_area":
        return [_series(params)]
    if kind == "pie":
        return [_pie(params)]
    if kind == "heatmap_v2":
        return [_heatmap(params)]
    if kind == "table":
        return [_table(params)]
    raise ValueError(f"no query is known for charts of type {kind}")


def _base(params: Params) -> Query:
    extras = {"having": "", "where": ""}
    if params.get("time_grain_sqla"):
        extras["time_grain_sqla"] = params["time_grain_sqla"]
    query: Query = {
        "filters": [
            {"col": one["subject"], "op": one["operator"], "val": one["comparator"]}
            for one in params.get("adhoc_filters", [])
        ],
        "extras": extras,
        "applied_time_extras": {},
        "annotation_layers": [],
        "series_limit": 0,
        "group_others_when_limit_reached": False,
        "url_params": {},
        "custom_params": {},
        "custom_form_data": {},
    }
    if params.get("row_limit"):
        query["row_limit"] = int(params["row_limit"])
    return query


def _axis(params: Params) -> list[Query]:
    column = {
        "columnType": "BASE_AXIS",
        "sqlExpression": params["x_axis"],
        "label": params["x_axis"],
        "expressionType": "SQL",
        "isColumnReference": True,
    }
    if params.get("time_grain_sqla"):
        column["timeGrain"] = params["time_grain_sqla"]
    return [column]


def _pivot(params: Params, metrics: list[str], columns: list[str], show_empty: bool) -> Query:
    return {
        "operation": "pivot",
        "options": {
            "index": [params["x_axis"]],
            "columns": columns,
            "aggregates": {name: {"operator": "mean"} for name in metrics},
            "drop_missing_columns": not show_empty,
        },
    }


def _trend_number(params: Params) -> list[Query]:
    metric = params["metric"]
    queries = [
        _base(params)
        | {
            "columns": _axis(params),
            "metrics": [metric],
            "order_desc": True,
            "post_processing": [_pivot(params, [metric], [], False), {"operation": "flatten"}],
        }
    ]
    if params.get("aggregation") == "raw":  # the number over the whole range is a query of its own
        whole = {"columns": [], "metrics": [metric], "order_desc": True, "is_timeseries": False, "post_processing": []}
        queries.append(_base(params) | whole)
    return queries


def _series(params: Params) -> Query:
    metrics, group = list(params["metrics"]), list(params["groupby"])
    steps = [_pivot(params, metrics, group, params["show_empty_columns"])]
    if group and params["truncate_metric"] and len(metrics) == 1:
        steps.append({"operation": "rename", "options": {"columns": {metrics[0]: None}, "level": 0, "inplace": True}})
    if params.get("x_axis_sort"):
        by = {"is_sort_index": True} if params["x_axis_sort"] == params["x_axis"] else {"by": params["x_axis_sort"]}
        steps.append({"operation": "sort", "options": by | {"ascending": bool(params.get("x_axis_sort_asc"))}})
    steps.append({"operation": "flatten"})
    return _base(params) | {
        "columns": _axis(params) + group,
        "metrics": metrics,
        "series_columns": group,
        "orderby": [[metrics[0], False]],
        "time_offsets": [],
        "post_processing": steps,
        "order_desc": True,
    }


def _pie(params: Params) -> Query:
    metric = params["metric"]
    share = {"columns": [metric], "rename_columns": [metric + "__contribution"]}
    return _base(params) | {
        "columns": list(params["groupby"]),
        "metrics": [metric],
        "order_desc": True,
        "orderby": [[metric, False]],
        "post_processing": [{"operation": "contribution", "options": share}],
    }


def _heatmap(params: Params) -> Query:
    order = [
        [params["x_axis"], "asc" in params["sort_x_axis"]],
        [params["groupby"], "asc" in params["sort_y_axis"]],
    ]
    return _base(params) | {
        "columns": [*_axis(params), params["groupby"]],
        "metrics": [params["metric"]],
        "orderby": order,
        "order_desc": True,
        "post_processing": [{"operation": "rank", "options": {"metric": params["metric"]}}],
    }


def _table(params: Params) -> Query:
    common = {"order_desc": True, "post_processing": [], "time_offsets": []}
    if params["query_mode"] == "raw":
        order = [json.loads(one) for one in params["order_by_cols"]]
        return _base(params) | common | {"columns": list(params["all_columns"]), "orderby": order}
    metrics = list(params["metrics"])
    return (
        _base(params)
        | common
        | {
            "columns": list(params["groupby"]),
            "metrics": metrics,
            "orderby": [[metrics[0], False]],
        }
    )

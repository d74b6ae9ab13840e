"""Kinds of charts: short calls that give a dataset and Superset's parameters."""

import json
from dataclasses import dataclass
from typing import Any

from bundle.datasets import DATASETS

WEEK, DAY = "P1W", "P1D"
BLUE = {"r": 59, "g": 130, "b": 246, "a": 1}


@dataclass(frozen=True)
class Chart:
    """A chart before it has a place.

    `slug` identifies it for ever; `title` is what people read above it.
    """

    slug: str
    title: str
    dataset: str
    params: dict[str, Any]

    @property
    def is_number(self) -> bool:
        return self.params["viz_type"].startswith("big_number")


def number(slug: str, title: str, dataset: str, metric: str, note: str, **more: Any) -> Chart:
    """One large number with a line of words below it."""
    return Chart(
        slug,
        title,
        dataset,
        _common(dataset, more)
        | {
            "viz_type": "big_number_total",
            "metric": metric,
            "subtitle": note,
            "subheader": "",
            "y_axis_format": _format(dataset, metric),
            "header_font_size": 0.4,
            "subtitle_font_size": 0.15,
            "subheader_font_size": 0.15,
            "time_format": "smart_date",
        },
    )


def trend(slug: str, title: str, dataset: str, metric: str, *, summed: bool, **more: Any) -> Chart:
    """One large number over its weekly course.

    `summed`: the weeks add up to the number; else it is computed over the whole range.
    """
    return Chart(
        slug,
        title,
        dataset,
        _common(dataset, more)
        | {
            "viz_type": "big_number",
            "metric": metric,
            "x_axis": more.get("time") or DATASETS[dataset].time,
            "time_grain_sqla": WEEK,
            "show_trend_line": True,
            "start_y_axis_at_zero": True,
            "rolling_type": "None",
            "y_axis_format": _format(dataset, metric),
            "header_font_size": 0.6,
            "subheader_font_size": 0.15,
            "time_format": "smart_date",
            "show_timestamp": False,
            "aggregation": "sum" if summed else "raw",
            "color_picker": BLUE,
        },
    )


def series(
    kind: str,
    slug: str,
    title: str,
    dataset: str,
    metrics: list[str],
    by: list[str] | None = None,
    grain: str = WEEK,
    **more: Any,
) -> Chart:
    """Lines, bars or an area over time. `kind`: line, bar, smooth or area."""
    own = {name: value for name, value in more.items() if name not in ("time", "only")}
    return Chart(
        slug,
        title,
        dataset,
        _common(dataset, more)
        | {
            "viz_type": "echarts_area" if kind == "area" else f"echarts_timeseries_{kind}",
            "x_axis": more.get("time") or DATASETS[dataset].time,
            "time_grain_sqla": grain,
            "metrics": metrics,
            "groupby": by or [],
            "order_desc": True,
            "row_limit": 5000,
            "truncate_metric": True,
            "show_empty_columns": True,
            "comparison_type": "values",
            "x_axis_sort_asc": True,
            "color_scheme": "pulseHub",
            "show_legend": True,
            "legendType": "scroll",
            "legendOrientation": "top",
            "rich_tooltip": True,
            "showTooltipTotal": False,
            "tooltipTimeFormat": "%d %b %Y",
            "x_axis_time_format": "%d %b",
            "y_axis_format": _format(dataset, metrics[0]),
            "y_axis_bounds": [0, None],
            "zoomable": False,
            "markerEnabled": False,
            "markerSize": 5,
            "opacity": 0.2,
            "xAxisLabelInterval": "auto",
            "xAxisLabelRotation": 0,
            "x_axis_title_margin": 15,
            "y_axis_title_margin": 15,
            "y_axis_title_position": "Left",
            "annotation_layers": [],
        }
        | ({"orientation": "vertical"} if kind == "bar" else {})
        | own,
    )


def pie(slug: str, title: str, dataset: str, metric: str, by: str, **more: Any) -> Chart:
    """A ring of shares."""
    return Chart(
        slug,
        title,
        dataset,
        _common(dataset, more)
        | {
            "viz_type": "pie",
            "groupby": [by],
            "metric": metric,
            "row_limit": 8,
            "sort_by_metric": True,
            "color_scheme": "pulseHub",
            "donut": True,
            "innerRadius": 44,
            "outerRadius": 66,
            "label_type": "percent",
            "show_labels": True,
            "labels_outside": True,
            "label_line": True,
            "show_legend": True,
            "legendType": "scroll",
            "legendOrientation": "bottom",
            "number_format": _format(dataset, metric),
            "show_labels_threshold": 5,
            "show_total": True,
            "date_format": "smart_date",
        },
    )


def table(slug: str, title: str, dataset: str, by: list[str], metrics: list[str], **more: Any) -> Chart:
    """One row per value of `by`, sorted by the first metric."""
    return Chart(
        slug,
        title,
        dataset,
        _table(dataset, more)
        | {
            "query_mode": "aggregate",
            "groupby": by,
            "metrics": metrics,
            "all_columns": [],
            "order_by_cols": [],
            "row_limit": 50,
            "table_timestamp_format": "%Y-%m-%d",
            "column_config": {name: {"d3NumberFormat": _format(dataset, name)} for name in metrics},
        },
    )


def rows(slug: str, title: str, dataset: str, columns: list[str], newest: str, **more: Any) -> Chart:
    """The rows themselves, newest first."""
    return Chart(
        slug,
        title,
        dataset,
        _table(dataset, more)
        | {
            "query_mode": "raw",
            "all_columns": columns,
            "groupby": [],
            "metrics": [],
            "order_by_cols": [json.dumps([newest, False])],
            "row_limit": 100,
            "table_timestamp_format": "%Y-%m-%d",
            "column_config": {},
        },
    )


def heatmap(slug: str, title: str, dataset: str, x: str, y: str, metric: str, **more: Any) -> Chart:
    """Two categories against each other. Without a legend: its text stays black on dark."""
    return Chart(
        slug,
        title,
        dataset,
        _common(dataset, more)
        | {
            "viz_type": "heatmap_v2",
            "x_axis": x,
            "groupby": y,
            "metric": metric,
            "row_limit": 1000,
            "sort_x_axis": "alpha_asc",
            "sort_y_axis": "alpha_desc",
            "normalize_across": "heatmap",
            "linear_color_scheme": "pulseHubSeq",
            "legend_type": "continuous",
            "xscale_interval": -1,
            "yscale_interval": -1,
            "left_margin": 60,
            "bottom_margin": 40,
            "value_bounds": [None, None],
            "y_axis_format": _format(dataset, metric),
            "x_axis_time_format": "smart_date",
            "show_legend": False,
            "show_percentage": False,
            "show_values": False,
            "normalized": False,
        },
    )


def _table(dataset: str, more: dict[str, Any]) -> dict[str, Any]:
    return _common(dataset, more) | {
        "viz_type": "table",
        "percent_metrics": [],
        "order_desc": True,
        "server_pagination": False,
        "allow_render_html": False,  # cells hold strangers' words
        "show_cell_bars": False,
        "color_pn": False,
        "include_search": False,
        "allow_rearrange_columns": False,
        "page_length": 0,
    }


def _common(dataset: str, more: dict[str, Any]) -> dict[str, Any]:
    """The filters a chart always has: the time range, and what `only` fixes."""
    time = more.get("time") or DATASETS[dataset].time
    filters = [_filter(time, "TEMPORAL_RANGE", "No filter")] if time else []
    filters += [_filter(column, "==", value) for column, value in more.get("only", {}).items()]
    return {"adhoc_filters": filters}


def _filter(column: str, operator: str, value: Any) -> dict[str, Any]:
    return {
        "clause": "WHERE",
        "subject": column,
        "operator": operator,
        "comparator": value,
        "expressionType": "SIMPLE",
    }


def _format(dataset: str, metric: str) -> str:
    return DATASETS[dataset].metrics[metric].format

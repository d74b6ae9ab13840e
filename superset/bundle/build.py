"""Writes the bundle: python -m bundle.build [FOLDER]. The same input gives the same bytes."""

import json
import pathlib
import shutil
import sys
import uuid
from typing import Any

import yaml

from bundle import query_context
from bundle.charts import Chart
from bundle.dashboards import COLORS, DASHBOARDS, Dashboard
from bundle.datasets import BOOLEAN, DATASETS, DAY, TEXT, TIME

VERSION = "1.0.0"  # of Superset's file format
NAMESPACE = "https://pulse-hub/superset/"
HERE = pathlib.Path(__file__).parent
GRID = ["ROOT_ID", "GRID_ID"]


def identity(kind: str, slug: str) -> str:
    """The same thing has the same id for ever, so that an import changes it instead of adding another."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{NAMESPACE}{kind}/{slug}"))


def files() -> dict[str, Any]:
    """Every file of the bundle by its path."""
    bundle: dict[str, Any] = {
        "metadata.yaml": {"version": VERSION, "type": "assets", "timestamp": "2026-01-01T00:00:00+00:00"},
        "databases/pulse_hub.yaml": _database(),
    }
    for name in DATASETS:
        bundle[f"datasets/pulse_hub/{name}.yaml"] = _dataset(name)
    for wide in DASHBOARDS:
        for one in (wide, wide.narrow()):
            bundle[f"dashboards/{one.slug}.yaml"] = _dashboard(one)
        for row in wide.rows:
            for cell in row:
                bundle[f"charts/{cell.chart.slug}.yaml"] = _chart(cell.chart)
    return bundle


def _database() -> dict[str, Any]:
    return {
        "database_name": "Pulse-Hub",
        "sqlalchemy_uri": "PULSE_HUB_BI_URI",  # provision.py puts the address there, in memory only
        "cache_timeout": None,
        "expose_in_sqllab": False,
        "allow_run_async": False,
        "allow_ctas": False,
        "allow_cvas": False,
        "allow_dml": False,
        "allow_csv_upload": False,
        "extra": {
            "allows_virtual_table_explore": False,
            "disable_drill_to_detail": True,
            "disable_data_preview": True,
            "engine_params": {"connect_args": {"connect_timeout": 5, "application_name": "pulse-hub-superset"}},
            "metadata_params": {},
            "schemas_allowed_for_csv_upload": [],
        },
        "uuid": identity("database", "pulse-hub"),
        "version": VERSION,
    }


def _dataset(name: str) -> dict[str, Any]:
    dataset = DATASETS[name]
    return {
        "table_name": name,
        "main_dttm_col": dataset.time,
        "description": dataset.description,
        "default_endpoint": None,
        "offset": 0,
        "cache_timeout": None,
        "catalog": None,
        "schema": "report",
        "sql": None,
        "params": None,
        "template_params": None,
        "filter_select_enabled": True,
        "fetch_values_predicate": None,
        "extra": None,
        "normalize_columns": False,
        "always_filter_main_dttm": False,
        "uuid": identity("dataset", name),
        "metrics": [
            {
                "metric_name": key,
                "verbose_name": metric.label,
                "metric_type": None,
                "expression": metric.sql,
                "description": None,
                "d3format": metric.format,
                "currency": None,
                "extra": {},
                "warning_text": None,
            }
            for key, metric in dataset.metrics.items()
        ],
        "columns": [
            {
                "column_name": key,
                "verbose_name": label,
                "is_dttm": kind in (TIME, DAY),
                "is_active": True,
                "type": kind,
                "advanced_data_type": None,
                "groupby": kind in (TEXT, DAY, BOOLEAN),
                "filterable": True,
                "expression": None,
                "description": None,
                "python_date_format": None,
                "extra": {},
            }
            for key, (kind, label) in dataset.all_columns().items()
        ],
        "version": VERSION,
        "database_uuid": identity("database", "pulse-hub"),
    }


def _chart(chart: Chart) -> dict[str, Any]:
    return {
        "slice_name": chart.title,
        "description": None,
        "certified_by": None,
        "certification_details": None,
        "viz_type": chart.params["viz_type"],
        "params": chart.params,
        "query_context": json.dumps(query_context.build(chart.params), sort_keys=True),
        "cache_timeout": None,
        "uuid": identity("chart", chart.slug),
        "version": VERSION,
        "dataset_uuid": identity("dataset", chart.dataset),
    }


def _dashboard(dashboard: Dashboard) -> dict[str, Any]:
    return {
        "dashboard_title": dashboard.title,
        "description": None,
        "css": (HERE / "dashboard.css").read_text(encoding="utf-8"),
        "slug": dashboard.slug,
        "certified_by": None,
        "certification_details": None,
        "published": True,
        "uuid": identity("dashboard", dashboard.slug),
        "position": _position(dashboard),
        "metadata": {
            "color_scheme": "pulseHub",
            "refresh_frequency": 0,
            "cross_filters_enabled": False,
            "expanded_slices": {},
            "timed_refresh_immune_slices": [],
            "label_colors": COLORS,
            "shared_label_colors": [],
            "color_scheme_domain": [],
            "filter_bar_orientation": "HORIZONTAL",
            "native_filter_configuration": [_time_filter(), _repository_filter(dashboard.repositories)],
        },
        "version": VERSION,
    }


def _position(dashboard: Dashboard) -> dict[str, Any]:
    position: dict[str, Any] = {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": {"type": "ROOT", "id": "ROOT_ID", "children": ["GRID_ID"]},
        "GRID_ID": {"type": "GRID", "id": "GRID_ID", "parents": ["ROOT_ID"], "children": []},
        "HEADER_ID": {"type": "HEADER", "id": "HEADER_ID", "meta": {"text": dashboard.title}},
    }
    number = 0
    for i, row in enumerate(dashboard.rows, 1):
        row_id = f"ROW-{dashboard.slug}-{i}"
        position["GRID_ID"]["children"].append(row_id)
        position[row_id] = {
            "type": "ROW",
            "id": row_id,
            "meta": {"background": "BACKGROUND_TRANSPARENT"},
            "parents": GRID,
            "children": [f"CHART-{cell.chart.slug}" for cell in row],
        }
        for cell in row:
            number += 1
            cell_id = f"CHART-{cell.chart.slug}"
            position[cell_id] = {
                "type": "CHART",
                "id": cell_id,
                "children": [],
                "parents": [*GRID, row_id],
                "meta": {
                    "uuid": identity("chart", cell.chart.slug),
                    "chartId": number,  # any number that is unique here; the importer puts the real one
                    "width": cell.width,
                    "height": cell.height,
                    "sliceName": cell.chart.title,
                },
            }
    return position


def _time_filter() -> dict[str, Any]:
    usual = "Last quarter"
    return _filter("NATIVE_FILTER-time", "Time range", "filter_time", [{}], {"enableEmptyFilter": False}) | {
        "defaultDataMask": {
            "extraFormData": {"time_range": usual},
            "filterState": {"value": usual},
            "ownState": {},
        }
    }


def _repository_filter(dataset: str) -> dict[str, Any]:
    target = {"datasetUuid": identity("dataset", dataset), "column": {"name": "repo"}}
    controls = {
        "enableEmptyFilter": False,
        "defaultToFirstItem": False,
        "multiSelect": True,
        "searchAllOptions": False,
        "inverseSelection": False,
    }
    return _filter("NATIVE_FILTER-repository", "Repository", "filter_select", [target], controls)


def _filter(key: str, name: str, kind: str, targets: list[Any], controls: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": key,
        "type": "NATIVE_FILTER",
        "name": name,
        "filterType": kind,
        "targets": targets,
        "controlValues": controls,
        "defaultDataMask": {"extraFormData": {}, "filterState": {}, "ownState": {}},
        "cascadeParentIds": [],
        "scope": {"rootPath": ["ROOT_ID"], "excluded": []},
        "description": "",
    }


def write(target: pathlib.Path) -> int:
    """Writes the bundle in place of what was there; answers how many files."""
    shutil.rmtree(target, ignore_errors=True)
    bundle = files()
    for name, content in bundle.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(content), encoding="utf-8")
    return len(bundle)


def text(content: Any) -> str:
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=160)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "assets"
    print(f"{write(folder)} files in {folder}")

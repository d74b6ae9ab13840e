"""The bundle is whole and says what the code says; needs nothing but PyYAML."""

import json
import pathlib
import re

import pytest
import yaml

from bundle import query_context
from bundle.build import files, identity, text
from bundle.dashboards import COLORS, DASHBOARDS
from bundle.datasets import DATASETS

HERE = pathlib.Path(__file__).parent.parent
ASSETS = HERE / "assets"
MIGRATIONS = HERE.parent / "persistence/src/main/resources/db/migration"
CHARTS = {cell.chart.slug: cell.chart for one in DASHBOARDS for row in one.rows for cell in row}


def test_the_assets_are_what_the_code_writes():
    written = {str(path.relative_to(ASSETS)): path.read_text(encoding="utf-8") for path in ASSETS.rglob("*.yaml")}

    assert written == {name: text(content) for name, content in files().items()}, "run python -m bundle.build"


def test_every_id_is_there_once():
    ids = [content["uuid"] for content in files().values() if "uuid" in content]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "dashboard", [each for one in DASHBOARDS for each in (one, one.narrow())], ids=lambda d: d.slug
)
def test_a_dashboard_places_each_of_its_charts_once_in_full_rows(dashboard):
    content = files()[f"dashboards/{dashboard.slug}.yaml"]
    cells = [one["meta"] for one in content["position"].values() if isinstance(one, dict) and one["type"] == "CHART"]

    assert {one["uuid"] for one in cells} == {identity("chart", c.chart.slug) for row in dashboard.rows for c in row}
    assert len({one["chartId"] for one in cells}) == len(cells)
    assert all(sum(cell.width for cell in row) == 12 for row in dashboard.rows)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=lambda chart: chart.slug)
def test_a_chart_names_columns_and_metrics_its_dataset_has(chart):
    dataset = DATASETS[chart.dataset]
    for query in query_context.build(chart.params)["queries"]:
        columns = [one["label"] if isinstance(one, dict) else one for one in query["columns"]]
        asked = columns + [one["col"] for one in query["filters"]]

        assert set(asked) <= set(dataset.all_columns())
        assert set(query.get("metrics") or []) <= set(dataset.metrics)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=lambda chart: chart.slug)
def test_a_chart_follows_the_time_range_where_its_dataset_has_time(chart):
    filters = [one for one in chart.params["adhoc_filters"] if one["operator"] == "TEMPORAL_RANGE"]

    assert len(filters) == (0 if DATASETS[chart.dataset].time is None else 1)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=lambda chart: chart.slug)
def test_words_of_strangers_are_never_html(chart):
    if chart.params["viz_type"] == "table":
        assert chart.params["allow_render_html"] is False


@pytest.mark.parametrize("name", DATASETS)
def test_a_dataset_is_a_view_with_these_columns(name):
    sql = "\n".join(path.read_text(encoding="utf-8") for path in MIGRATIONS.glob("R__*.sql"))
    views = re.findall(rf"create or replace view report\.{name} .*?;", sql, flags=re.DOTALL)

    assert views, f"no view report.{name}"
    for column in DATASETS[name].all_columns():
        assert re.search(rf"\b{column}\b", views[-1]), f"report.{name} has no {column}"


def test_no_file_holds_an_address():
    for path in ASSETS.rglob("*.yaml"):
        assert "://" not in path.read_text(encoding="utf-8"), path


def test_every_colour_is_of_something():
    known = {key for one in DATASETS.values() for key in one.metrics}
    values = {key for key in COLORS if key not in known}

    assert values <= {
        "MERGED", "OPEN", "CLOSED", "APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED",
        "success", "failure", "timed_out", "startup_failure", "cancelled", "skipped",
        "commit", "pull request", "review", "issue", "comment",
    }  # fmt: skip


def test_a_table_sends_its_rows_newest_first():
    query = query_context.build(CHARTS["pr-latest"].params)["queries"][0]

    assert query["orderby"] == [["created_day", False]]
    assert json.loads(files()["charts/pr-latest.yaml"]["query_context"])["queries"] == [query]


def test_the_lock_names_no_index_and_every_hash():
    lines = (HERE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if line and not line.startswith((" ", "#"))]

    assert len(packages) > 100
    assert not [line for line in lines if "index" in line.split("==")[0] or "://" in line]
    assert all(line.endswith(" \\") for line in packages)


def test_a_bundle_keeps_a_place_for_the_connection():
    assert yaml.safe_load((ASSETS / "databases/pulse_hub.yaml").read_text())["sqlalchemy_uri"] == "PULSE_HUB_BI_URI"

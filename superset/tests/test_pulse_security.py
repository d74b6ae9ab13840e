"""The rules for guests, without a database: tokens, and queries that differ from the stored one in a single thing."""

from copy import deepcopy
from types import SimpleNamespace

import pytest
from superset.exceptions import SupersetSecurityException

from pulse_security import check_frame, check_native_filter, check_query, check_token

GOOD_TOKEN = {
    "iat": 1000,
    "exp": 1310,
    "rls_rules": [{"clause": "organization_id IN (7)"}, {"clause": "repository_id IN (1, 2,3)"}],
}
TIME = {"col": "merged_day", "op": "TEMPORAL_RANGE", "val": "No filter"}
STATE = {"col": "state", "op": "==", "val": "MERGED"}


def query(**changes):
    stored = {
        "columns": ["repo"],
        "metrics": ["pulls"],
        "orderby": [["pulls", False]],
        "series_columns": [],
        "series_limit": 0,
        "series_limit_metric": None,
        "order_desc": True,
        "post_processing": [],
        "annotation_layers": [],
        "row_limit": 50,
        "row_offset": 0,
        "is_rowcount": False,
        "is_timeseries": False,
        "granularity": None,
        "time_shift": None,
        "time_offsets": [],
        "apply_fetch_values_predicate": False,
        "group_others_when_limit_reached": False,
        "result_type": None,
        "extras": {"having": "", "where": ""},
        "time_range": None,
        "filter": [TIME, STATE],
    }
    return SimpleNamespace(**deepcopy(stored | changes))


def check(**changes):
    check_query(query(**changes), query(), {"repo"})


def test_a_token_of_web_is_taken():
    check_token(GOOD_TOKEN)
    check_token(GOOD_TOKEN | {"rls_rules": [{"clause": "1=0"}]})


@pytest.mark.parametrize(
    "change",
    [
        {"exp": None},
        {"iat": None},
        {"exp": "1310"},
        {"exp": True},
        {"exp": 1000},
        {"exp": 2000},
        {"rls_rules": []},
        {"rls_rules": None},
        {"rls_rules": {}},
        {"rls_rules": "1=0"},
        {"rls_rules": [None]},
        {"rls_rules": [{}]},
        {"rls_rules": [{"clause": ""}]},
        {"rls_rules": [{"clause": "1=1"}]},
        {"rls_rules": [{"clause": "1=0 OR 1=1"}]},
        {"rls_rules": [{"clause": "organization_id IN ()"}]},
        {"rls_rules": [{"clause": "organization_id IN (7) OR 1=1"}]},
        {"rls_rules": [{"clause": "organization_id IN (7))--"}]},
        {"rls_rules": [{"clause": "organization_id IN (select 7)"}]},
        {"rls_rules": [{"clause": "organization_id = 7"}]},
        {"rls_rules": [{"clause": "organization_id IN (7)\n"}]},
        {"rls_rules": [{"clause": "organization_id IN (7)", "dataset": 1}]},
        {"rls_rules": [{"clause": "organization_id IN (7)"}, {"clause": "true"}]},
    ],
    ids=str,
)
def test_a_wider_token_is_not(change):
    with pytest.raises(ValueError, match="guest token"):
        check_token(GOOD_TOKEN | change)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"time_range": "Last quarter"},
        {"time_range": "2026-01-01 : 2026-02-01", "filter": [TIME | {"val": "2026-01-01 : 2026-02-01"}, STATE]},
        {"filter": [STATE]},
        {"filter": [TIME, STATE, {"col": "repo", "op": "IN", "val": ["acme/api", "acme/</script>'--"]}]},
        {"filter": [TIME, STATE, {"col": "repo", "op": "IN", "val": ["acme/api"], "isExtra": True}]},
    ],
    ids=str,
)
def test_what_the_filters_of_the_dashboard_change_is_let_through(change):
    check(**change)


EVIL = {"expressionType": "SQL", "label": "x", "sqlExpression": "max(query_to_xml('select 1', true, true, '')::text)"}


@pytest.mark.parametrize(
    "change",
    [
        {"metrics": ["reviewed_share"]},
        {"metrics": ["pulls", "reviewed_share"]},
        {"metrics": [EVIL]},
        {"metrics": []},
        {"columns": ["repo", "title"]},
        {"columns": ["title"]},
        {"columns": [EVIL]},
        {"columns": []},
        {"orderby": [["title", False]]},
        {"orderby": [[EVIL, True]]},
        {"series_columns": ["author"]},
        {"series_limit": 5},
        {"series_limit_metric": "reviewed_share"},
        {"order_desc": False},
        {"post_processing": [{"operation": "cum", "options": {}}]},
        {"annotation_layers": [{"name": "x", "value": 1}]},
        {"row_limit": 1000000},
        {"row_limit": None},
        {"row_offset": 50},
        {"is_rowcount": True},
        {"is_timeseries": True},
        {"granularity": "created_day"},
        {"time_shift": "1 week ago"},
        {"time_offsets": ["1 week ago"]},
        {"apply_fetch_values_predicate": True},
        {"group_others_when_limit_reached": True},
        {"result_type": "samples"},
        {"extras": {"where": "1=1) OR (1=1"}},
        {"extras": {"having": "count(*) > 0"}},
        {"extras": {"time_grain_sqla": "P1D"}},
        {"time_range": "x'; select 1; --"},
        {"time_range": "a" * 201},
        {"time_range": 5},
        {"filter": [TIME]},
        {"filter": []},
        {"filter": [TIME, STATE | {"val": "OPEN"}]},
        {"filter": [TIME, STATE, {"col": "title", "op": "ILIKE", "val": "%secret%"}]},
        {"filter": [TIME, STATE, {"col": "author", "op": "==", "val": "eve"}]},
        {"filter": [TIME, STATE, {"col": EVIL, "op": "==", "val": "1"}]},
        {"filter": [TIME, STATE, {"col": "repo", "op": "LIKE", "val": "%"}]},
        {"filter": [TIME, STATE, {"col": "repo", "op": "IS NOT NULL"}]},
        {"filter": [TIME, STATE, {"col": "repo", "op": "IN", "val": ["x"] * 201}]},
        {"filter": [TIME, STATE, {"col": "repo", "op": "IN", "val": ["x" * 301]}]},
        {"filter": [TIME, STATE, {"col": "repo", "op": "IN", "val": [{"a": 1}]}]},
        {"filter": [TIME, STATE, {"col": "repo", "op": "IN", "val": ["x"], "grain": "P1D"}]},
        {"filter": [TIME, STATE, {"col": "created_day", "op": "TEMPORAL_RANGE", "val": "Last week"}]},
        {"filter": [TIME | {"val": "x'; --;"}, STATE]},
    ],
    ids=str,
)
def test_a_query_that_differs_in_anything_else_is_refused(change):
    with pytest.raises(SupersetSecurityException):
        check(**change)


def context(**changes):
    usual = {"result_type": "full", "result_format": "json", "queries": [query()], "datasource": SimpleNamespace(id=5)}
    return SimpleNamespace(**usual | changes)


@pytest.mark.parametrize(
    ("changes", "form"),
    [
        ({"result_type": "samples"}, {}),
        ({"result_type": "drill_detail"}, {}),
        ({"result_type": "columns"}, {}),
        ({"result_type": "query"}, {}),
        ({"result_format": "csv"}, {}),
        ({"result_format": "xlsx"}, {}),
        ({"queries": []}, {}),
        ({"queries": [query()] * 5}, {}),
        ({}, {"parent_slice_id": 3}),
    ],
    ids=str,
)
def test_only_plain_answers_are_given(changes, form):
    check_frame(context(), {})
    with pytest.raises(SupersetSecurityException):
        check_frame(context(**changes), form)


FILTERS = [{"id": "NATIVE_FILTER-repository", "targets": [{"datasetId": 5, "column": {"name": "repo"}}]}]
FORM = {"native_filter_id": "NATIVE_FILTER-repository"}


def values(**changes):
    return query(**{"metrics": [], "orderby": [["repo", True]], "row_limit": 1000, "filter": []} | changes)


def test_a_filter_reads_the_values_of_its_own_column():
    check_native_filter(context(queries=[values()]), FORM, FILTERS)
    check_native_filter(
        context(queries=[values(filter=[{"col": "repo", "op": "ILIKE", "val": "%api%"}])]), FORM, FILTERS
    )


@pytest.mark.parametrize(
    "asked",
    [
        [values(columns=["title"])],
        [values(columns=["repo", "title"])],
        [values(metrics=["pulls"])],
        [values(orderby=[["title", True]])],
        [values(row_limit=None)],
        [values(row_limit=0)],
        [values(row_limit=10000)],
        [values(extras={"where": "1=1"})],
        [values(filter=[{"col": "title", "op": "ILIKE", "val": "%"}])],
        [values(filter=[TIME])],
        [values(time_range="x'--;")],
        [values(), values()],
    ],
    ids=range(12),
)
def test_a_filter_reads_nothing_else(asked):
    with pytest.raises(SupersetSecurityException):
        check_native_filter(context(queries=asked), FORM, FILTERS)


@pytest.mark.parametrize(
    ("form", "dataset"),
    [({}, 5), ({"native_filter_id": "NATIVE_FILTER-time"}, 5), ({"native_filter_id": "other"}, 5), (FORM, 6)],
    ids=str,
)
def test_a_filter_that_is_none_reads_nothing(form, dataset):
    filters = [*FILTERS, {"id": "NATIVE_FILTER-time", "targets": [{}]}]
    with pytest.raises(SupersetSecurityException):
        check_native_filter(context(queries=[values()], datasource=SimpleNamespace(id=dataset)), form, filters)

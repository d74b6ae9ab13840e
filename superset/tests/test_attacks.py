"""The attacks on a Superset with our dashboards: refused by our security manager, let through by the stock one.

Needs the environment of a provisioned Superset (SQLALCHEMY_DATABASE_URI and the rest of superset_config.py).
"""

import json
import os
import pathlib
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent

pytestmark = pytest.mark.skipif(
    "SQLALCHEMY_DATABASE_URI" not in os.environ, reason="SQLALCHEMY_DATABASE_URI names no provisioned Superset"
)


def outcomes(config: pathlib.Path) -> dict[str, dict]:
    """`SUPERSET_APP_ROOT` would put all addresses below a path that the test does not ask for."""
    environment = {name: value for name, value in os.environ.items() if name != "SUPERSET_APP_ROOT"}
    environment |= {"SUPERSET_CONFIG_PATH": str(config), "PYTHONPATH": f"{ROOT}{os.pathsep}{HERE}"}
    done = subprocess.run(
        [sys.executable, str(HERE / "attacks.py")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def ours() -> dict[str, dict]:
    return outcomes(ROOT / "superset_config.py")


@pytest.fixture(scope="module")
def stock() -> dict[str, dict]:
    return outcomes(HERE / "stock_config.py")


def test_the_guests_own_charts_are_answered_without_a_foreign_row(ours):
    own = {name: one for name, one in ours.items() if name.startswith("own chart")}

    assert len(own) == 9
    assert all(one == {"status": 200, "foreign": False} for one in own.values()), own


def test_every_attack_is_refused(ours):
    attacks = {name: one for name, one in ours.items() if not name.startswith("own chart")}
    through = {name: one for name, one in attacks.items() if one["status"] < 300 or one["foreign"]}

    assert len(attacks) > 55
    assert through == {}


def test_the_stock_manager_lets_them_through(stock):
    assert stock["query: rows of every organization"] == {"status": 200, "foreign": True}
    assert stock["token: without rules"] == {"status": 200, "foreign": True}
    through = {name for name, one in stock.items() if one["status"] == 200 and not name.startswith("own chart")}
    assert through >= {
        "query: another saved metric",
        "query: more columns",
        "query: raw rows",
        "query: a metric in SQL",
        "query: which server",
        "query: sleep",
        "query: samples",
        "query: drill to detail",
        "query: fifty queries",
        "query: a million rows",
        "query: posing as a filter",
        "token: without an end",
        "token: for all rows",
    }

"""Makes Superset ready: python provision.py [BUNDLE].

Migrations, roles, the dashboards of the bundle, and the records that let them be embedded. Can be run again at any
time, and by two containers at once. Reads what superset_config.py needs, and:

PULSE_HUB_BI_URI          the analytics connection, put into the bundle in memory only
SUPERSET_ADMIN_PASSWORD   optional; without it nobody can log in to Superset itself
"""

import logging
import os
import pathlib
import secrets
import sys
import time
import uuid
from typing import Any

import sqlalchemy as sa
import yaml

LOCK = 0x50554C5345  # one provisioner at a time; any constant
GUEST_ROLE = "PulseHubGuest"
GUEST_PERMISSIONS = {
    "can_read": ["Dashboard", "Chart", "CurrentUserRestApi"],
    "can_time_range": ["Api"],
    "can_log": ["Superset"],
}
TRIES, PAUSE_SECONDS = 30, 2
BEGUN = time.monotonic()


def main() -> None:
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).with_name("assets")
    bundle = read_bundle(folder)
    engine = sa.create_engine(_postgresql(os.environ["SQLALCHEMY_DATABASE_URI"]), poolclass=sa.pool.NullPool)
    with _connect(engine) as lock:
        lock.execute(sa.text("select pg_advisory_lock(:key)"), {"key": LOCK})
        from superset.app import create_app

        app = create_app()
        with app.app_context():
            _migrate()
            _say("migrations done")
            _provide(bundle)
            _say("dashboards done")


def read_bundle(folder: pathlib.Path) -> dict[str, str]:
    """The files by their paths, with the analytics connection in its place."""
    bundle = {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yaml"))
    }
    if "metadata.yaml" not in bundle:
        raise SystemExit(f"There is no bundle in {folder}")
    uri = _postgresql(os.environ["PULSE_HUB_BI_URI"])
    return {
        name: text.replace("PULSE_HUB_BI_URI", uri) if name.startswith("databases/") else text
        for name, text in bundle.items()
    }


def _provide(bundle: dict[str, str]) -> None:
    from superset import appbuilder, db
    from superset import security_manager as sm
    from superset.commands.importers.v1.assets import ImportAssetsCommand
    from superset.utils.core import override_user

    _forget_undecryptable(db)
    appbuilder.add_permissions(update_perms=True)
    sm.sync_role_definitions()
    admin = _admin(sm)
    _set_guest_role(sm)
    db.session.commit()
    _say("roles done")
    with override_user(admin):
        ImportAssetsCommand(bundle).run()
    _let_embed(db, bundle)
    _forget_charts(db, bundle)
    db.session.commit()


def _connect(engine: sa.engine.Engine) -> sa.engine.Connection:
    """The server ends when the database is away as it starts, so wait for it here."""
    for _ in range(TRIES - 1):
        try:
            return engine.connect()
        except sa.exc.OperationalError:
            time.sleep(PAUSE_SECONDS)
    try:
        return engine.connect()
    except sa.exc.OperationalError as problem:
        raise SystemExit(f"The metadata database cannot be reached: {type(problem.orig).__name__}") from None


def _migrate() -> None:
    """What `superset db upgrade` does, without starting a second process."""
    import superset
    from flask_migrate import upgrade

    upgrade(directory=os.path.join(os.path.dirname(superset.__file__), "migrations"))


def _forget_undecryptable(db: Any) -> None:
    """After a change of SECRET_KEY every dashboard and the import itself fail; the bundle brings the secrets again."""
    from superset.models.core import Database

    try:
        db.session.query(Database).all()
    except ValueError:
        db.session.rollback()
        db.session.execute(sa.text("update dbs set password = null, encrypted_extra = null, server_cert = null"))
        db.session.commit()
        _say("SECRET_KEY changed: stored secrets of connections cleared")


def _admin(sm: Any) -> Any:
    """Owns the dashboards. With a random password it is nobody's login."""
    password = os.environ.get("SUPERSET_ADMIN_PASSWORD")
    admin = sm.find_user("admin") or sm.add_user(
        "admin",
        "Pulse",
        "Hub",
        "admin@localhost",
        sm.find_role("Admin"),
        password=password or secrets.token_urlsafe(32),
    )
    if password:
        sm.reset_password(admin.id, password)
    return admin


def _set_guest_role(sm: Any) -> None:
    """Exactly these permissions: one that is taken off the list above disappears."""
    wanted = {(permission, view) for permission, views in GUEST_PERMISSIONS.items() for view in views}
    found = {pair: sm.find_permission_view_menu(*pair) for pair in wanted}
    missing = sorted(pair for pair, permission in found.items() if permission is None)
    if missing:
        raise SystemExit(f"This Superset does not have the permissions {missing}")
    role = sm.find_role(GUEST_ROLE) or sm.add_role(GUEST_ROLE)
    role.permissions = list(found.values())


def _let_embed(db: Any, bundle: dict[str, str]) -> None:
    """The embedded record has the dashboard's own id, so that web knows it without asking."""
    from superset.models.dashboard import Dashboard
    from superset.models.embedded_dashboard import EmbeddedDashboard

    for wanted in _ids(bundle, "dashboards/"):
        dashboard = db.session.query(Dashboard).filter(Dashboard.uuid == wanted).one()
        known = db.session.query(EmbeddedDashboard).filter_by(dashboard_id=dashboard.id).all()
        for record in known:
            if record.uuid != wanted:
                db.session.delete(record)
        if not any(record.uuid == wanted for record in known):
            db.session.add(EmbeddedDashboard(uuid=wanted, dashboard_id=dashboard.id, allow_domain_list=""))


def _forget_charts(db: Any, bundle: dict[str, str]) -> None:
    """The import adds and changes; a chart that left the bundle is taken off our dashboards here."""
    from superset.models.dashboard import Dashboard

    kept = _ids(bundle, "charts/")
    for wanted in _ids(bundle, "dashboards/"):
        dashboard = db.session.query(Dashboard).filter(Dashboard.uuid == wanted).one()
        dashboard.slices = [chart for chart in dashboard.slices if chart.uuid in kept]


def _ids(bundle: dict[str, str], folder: str) -> list[uuid.UUID]:
    return [uuid.UUID(yaml.safe_load(text)["uuid"]) for name, text in bundle.items() if name.startswith(folder)]


def _postgresql(uri: str) -> str:
    """SQLAlchemy does not know the short scheme that hosts hand out."""
    return uri.replace("postgres://", "postgresql://", 1)


def _say(text: str) -> None:
    print(f"[{time.monotonic() - BEGUN:5.1f} s] {text}", flush=True)


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    main()

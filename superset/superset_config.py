"""Superset for guests of Pulse-Hub: embedded below /api/superset, one worker, fit for 1 GB.

SECRET_KEY                   encrypts what Superset stores
SQLALCHEMY_DATABASE_URI      the metadata database
SUPERSET_GUEST_TOKEN_SECRET  shared with web, which writes the guests' tokens
SUPERSET_CACHE_DIR           optional, a folder for answers kept five minutes
SUPERSET_COOKIE_SECURE       optional, `false` where people come over plain http
"""

import logging
import os
import tempfile
from datetime import timedelta
from typing import Any

from sqlalchemy.engine import make_url
from superset.utils.log import AbstractEventLogger

from pulse_security import PulseHubSecurityManager


class NoEventLogger(AbstractEventLogger):
    """The usual one writes a row for each request, the one for the terminal 50 KB for each dashboard."""

    def log(self, *args: Any, **kwargs: Any) -> None:
        return None


class _GuestsAreNoUsers(logging.Filter):
    """Thirty such warnings come with every dashboard; they are harmless."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not record.getMessage().startswith("Failed to add user to db session")


logging.getLogger().addFilter(_GuestsAreNoUsers())


def _metadata_uri() -> str:
    """Superset prints this address when the database is away as it starts: libpq gets the password another way."""
    url = make_url(os.environ["SQLALCHEMY_DATABASE_URI"].replace("postgres://", "postgresql://", 1))
    if url.password:
        os.environ["PGPASSWORD"] = url.password
    return url._replace(password=None).render_as_string(hide_password=False)


def _kept(name: str, seconds: int) -> dict[str, Any]:
    """A cache of files: a second replica has its own, which costs a query and nothing else."""
    folder = os.environ.get("SUPERSET_CACHE_DIR") or os.path.join(tempfile.gettempdir(), "superset-cache")
    return {
        "CACHE_TYPE": "FileSystemCache",
        "CACHE_DIR": os.path.join(folder, name),
        "CACHE_THRESHOLD": 500,
        "CACHE_KEY_PREFIX": f"{name}_",
        "CACHE_DEFAULT_TIMEOUT": seconds,
    }


# What it stands on
SECRET_KEY = os.environ["SECRET_KEY"]
SQLALCHEMY_DATABASE_URI = _metadata_uri()
SQLALCHEMY_ENGINE_OPTIONS = {
    "pool_size": 3,
    "max_overflow": 5,
    "pool_timeout": 10,
    "pool_pre_ping": True,
    "pool_recycle": 280,
    "connect_args": {"connect_timeout": 5, "application_name": "pulse-hub-superset"},
}
SQLALCHEMY_TRACK_MODIFICATIONS = False
SUPERSET_WEBSERVER_TIMEOUT = 60
CACHE_CONFIG = _kept("meta", 300)
DATA_CACHE_CONFIG = _kept("data", 60)
FILTER_STATE_CACHE_CONFIG = _kept("filter", 86400)
EXPLORE_FORM_DATA_CACHE_CONFIG = _kept("explore", 86400)
CELERY_CONFIG = None
RESULTS_BACKEND = None
EVENT_LOGGER = NoEventLogger()

# Guests: admitted by tokens that web writes, held to what the dashboards ask
GUEST_ROLE_NAME = "PulseHubGuest"
CUSTOM_SECURITY_MANAGER = PulseHubSecurityManager
GUEST_TOKEN_JWT_SECRET = os.environ["SUPERSET_GUEST_TOKEN_SECRET"]
GUEST_TOKEN_JWT_ALGO = "HS256"
GUEST_TOKEN_JWT_AUDIENCE = "pulse-hub-superset"
GUEST_TOKEN_JWT_EXP_SECONDS = 300

# What is offered: dashboards in a frame, and nothing else
FEATURE_FLAGS = {
    "EMBEDDED_SUPERSET": True,
    "EMBEDDABLE_CHARTS": False,
    "DRILL_TO_DETAIL": False,
    "DRILL_BY": False,
    "DASHBOARD_RBAC": False,
    "ENABLE_TEMPLATE_PROCESSING": False,
    "ALERT_REPORTS": False,
    "THUMBNAILS": False,
    "ENABLE_JAVASCRIPT_CONTROLS": False,
    "ALLOW_ADHOC_SUBQUERY": False,
    "TAGGING_SYSTEM": False,
    "CSS_TEMPLATES": False,
}
FAB_API_SWAGGER_UI = False
FAB_ADD_SECURITY_API = False
ENABLE_UI_THEME_ADMINISTRATION = False
HTML_SANITIZATION = True
PREVENT_UNSAFE_DB_CONNECTIONS = True
LANGUAGES: dict[str, Any] = {}
RATELIMIT_APPLICATION = "500 per second"
ROW_LIMIT = 5000
SQL_MAX_ROW = 10000
SAMPLES_ROW_LIMIT = 100
FILTER_SELECT_ROW_LIMIT = 1000
NATIVE_FILTER_DEFAULT_ROW_LIMIT = 500

# The way to it: web's proxy, on web's own origin
ENABLE_PROXY_FIX = True
PROXY_FIX_CONFIG = {"x_for": 1, "x_proto": 1, "x_host": 1, "x_port": 0, "x_prefix": 0}
ENABLE_CORS = False
SESSION_COOKIE_NAME = "superset_session"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = os.environ.get("SUPERSET_COOKIE_SECURE", "true") == "true"
PERMANENT_SESSION_LIFETIME = timedelta(hours=8)
CONTENT_SECURITY_POLICY_WARNING = False
TALISMAN_ENABLED = True
TALISMAN_CONFIG = {
    "content_security_policy": {
        "base-uri": ["'self'"],
        "default-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "worker-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "font-src": ["'self'", "data:"],
        "object-src": "'none'",
        "frame-ancestors": ["'self'"],
        "form-action": ["'self'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "script-src": ["'self'", "'strict-dynamic'"],
    },
    "content_security_policy_nonce_in": ["script-src"],
    "force_https": False,
    "session_cookie_secure": SESSION_COOKIE_SECURE,
    "strict_transport_security": False,
}

# The look: the tokens of Pulse-Hub's own pages
_FONT = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
_SHAPE = {
    "brandAppName": "Pulse-Hub",
    "brandLogoAlt": "Pulse-Hub",
    "fontFamily": _FONT,
    "fontFamilyCode": "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
    "fontUrls": [],
    "borderRadius": 8,
    "borderRadiusLG": 8,
    "borderRadiusSM": 6,
    "transitionTiming": 0.2,
    "fontSizeXS": "10",
    "fontSizeXXL": "28",
    "fontWeightNormal": "400",
    "fontWeightLight": "300",
    "fontWeightStrong": "600",
    "fontWeightBold": "700",
}
_LIGHT = {
    "colorPrimary": "#1D5FBF",
    "colorLink": "#1D5FBF",
    "colorInfo": "#1D5FBF",
    "colorSuccess": "#0B6E4F",
    "colorWarning": "#9A6700",
    "colorError": "#8B0A1A",
    "colorBgBase": "#FFFFFF",
    "colorBgContainer": "#FFFFFF",
    "colorBgElevated": "#FFFFFF",
    "colorBgLayout": "#F6F8FA",
    "colorText": "#1F2937",
    "colorTextSecondary": "#4B5563",
    "colorBorder": "#D8DEE6",
    "colorBorderSecondary": "#D8DEE6",
    "colorSplit": "#E6EAF0",
}
_DARK = {
    "colorPrimary": "#7FB4FF",
    "colorLink": "#7FB4FF",
    "colorInfo": "#7FB4FF",
    "colorSuccess": "#4FD1A5",
    "colorWarning": "#F2B84B",
    "colorError": "#FF8A80",
    "colorBgBase": "#17212F",
    "colorBgContainer": "#17212F",
    "colorBgElevated": "#1E2A3B",
    "colorBgLayout": "#0F1620",
    "colorText": "#E6EBF2",
    "colorTextSecondary": "#A7B3C4",
    "colorBorder": "#2A3950",
    "colorBorderSecondary": "#2A3950",
    "colorSplit": "#2A3950",
}
_CHARTS = {"textStyle": {"fontFamily": _FONT}, "animationDuration": 250, "legend": {"selector": False}}
THEME_DEFAULT = {"algorithm": "default", "token": _SHAPE | _LIGHT, "echartsOptionsOverrides": _CHARTS}
THEME_DARK = {"algorithm": "dark", "token": _SHAPE | _DARK, "echartsOptionsOverrides": _CHARTS}
EXTRA_CATEGORICAL_COLOR_SCHEMES = [
    {
        "id": "pulseHub",
        "label": "Pulse-Hub",
        "description": "Readable on light and on dark",
        "isDefault": True,
        "colors": ["#3B82F6", "#F97316", "#14A38B", "#A855C7", "#E0A100", "#E5484D", "#6B8EAE", "#0EA5C6"],
    }
]
EXTRA_SEQUENTIAL_COLOR_SCHEMES = [
    {
        "id": "pulseHubSeq",
        "label": "Pulse-Hub blue",
        "description": "From few to many",
        "isDiverging": False,
        "isDefault": True,
        "colors": ["#D6E8FF", "#8FC0FF", "#4C8FE6", "#1D5FBF", "#0B2F6B"],
    }
]

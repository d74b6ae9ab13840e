"""Our configuration with Superset's own security manager: what guests could do without ours."""

from superset.security import SupersetSecurityManager

from superset_config import *  # noqa: F403

CUSTOM_SECURITY_MANAGER = SupersetSecurityManager

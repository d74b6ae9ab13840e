#!/usr/bin/env bash
# Checks the app specifications without an account: fields, sizes and their price, what is public, health checks,
# alerts, variables against the catalogue, secrets; and that staging equals production.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

usage() {
  echo "Usage: validate-deployment.sh [SPEC...]   by default deploy/app-spec.yaml and deploy/app-spec.staging.yaml"
  echo "Needs python3 with PyYAML (apt-get install python3-yaml). Where doctl is installed it is asked too."
}
case "${1:-}" in -h | --help) usage && exit 0 ;; esac
[ $# -gt 0 ] || set -- "$here/../app-spec.yaml" "$here/../app-spec.staging.yaml"

python=
for candidate in "${PYTHON:-python3}" /usr/bin/python3; do
  if "$candidate" -c 'import yaml' 2>/dev/null; then python=$candidate && break; fi
done
if [ -z "$python" ]; then
  usage >&2
  exit 2
fi
"$python" "$here/check_app_spec.py" "$@"

if command -v doctl >/dev/null 2>&1; then
  for spec in "$@"; do
    doctl apps spec validate --schema-only "$spec" >/dev/null
    echo "$(basename "$spec"): accepted by doctl"
  done
fi

#!/usr/bin/env bash
# Fills in the ${NAMES} of an app specification from env files, for doctl, which does not. A name without a value, with
# a placeholder or with two different values stops it: an empty secret would be deployed otherwise.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

usage() {
  cat <<'HELP'
Usage: render-spec.sh SPEC [FILE...] >rendered.yaml
FILEs are deploy/{web,mcp,superset,pipeline}.env by default, those that are there; the environment fills in the rest.
The result holds secrets: keep it out of the repository, and delete it when it is deployed.
HELP
}

case "${1:-}" in
  -h | --help) usage && exit 0 ;;
  '') usage >&2 && exit 2 ;;
esac
spec=$1
shift
if [ $# -eq 0 ]; then
  for one in web mcp superset pipeline; do
    [ ! -r "$here/../$one.env" ] || set -- "$@" "$here/../$one.env"
  done
fi

failed=''
text=$(cat "$spec")
# shellcheck disable=SC2016 # the dollar is meant as it stands
for name in $(grep -o '\${[A-Z0-9_]*}' "$spec" | tr -d '${}' | sort -u); do
  case $name in APP_URL | APP_DOMAIN | APP_ID) continue ;; esac # the platform's own
  value=${!name-}
  for file in "$@"; do
    found=$(sed -n "s/^$name=//p" "$file" | tail -n 1)
    found=${found%$'\r'}
    case $found in \"*\" | \'*\') found=${found:1:${#found}-2} ;; esac
    [ -n "$found" ] || continue
    if [ -n "$value" ] && [ "$value" != "$found" ]; then
      echo "$name has two values; the other is in $(basename "$file")" >&2
      failed=yes
    fi
    value=$found
  done
  case $value in
    '') echo "$name has no value" >&2 && failed=yes ;;
    *'<'*'>'*) echo "$name still holds a placeholder" >&2 && failed=yes ;;
    *'"'* | *\\* | *$'\n'*) echo "$name holds a quote, a backslash or a line end, which this cannot write" >&2 && failed=yes ;;
  esac
  # Values that stand without quotes in the file are given some.
  text=${text//"\"\${$name}\""/"\"$value\""}
  text=${text//"\${$name}"/"\"$value\""}
done
[ -z "$failed" ] || exit 1
printf '%s\n' "$text"

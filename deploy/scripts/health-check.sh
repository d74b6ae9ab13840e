#!/usr/bin/env bash
# Waits until Pulse-Hub is ready, then says how each of its services is.
set -euo pipefail

usage() {
  cat <<'HELP'
Usage: health-check.sh URL [--timeout SECONDS] [--allow-degraded]
Waits at most SECONDS (120) for /health/ready, then prints what /api/health says of database, mcp and superset.
Ends with 0 when all are healthy or not configured, with 1 when one is not (--allow-degraded: when the database is not).
HELP
}

url='' timeout=120 degraded=''
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage && exit 0 ;;
    --timeout) timeout=${2:?--timeout needs seconds} && shift ;;
    --allow-degraded) degraded=yes ;;
    -*) usage >&2 && exit 2 ;;
    *) url=${1%/} ;;
  esac
  shift
done
[ -n "$url" ] || { usage >&2 && exit 2; }
case $timeout in '' | *[!0-9]*) usage >&2 && exit 2 ;; esac

status_of() {
  curl -s -o /dev/null --max-time 10 -w '%{http_code}' "$url$1" || true
}

begun=$SECONDS
until [ "$(status_of /health/ready)" = 200 ]; do
  if [ $((SECONDS - begun)) -ge "$timeout" ]; then
    echo "not ready   /health/ready answers $(status_of /health/ready) after $timeout s" >&2
    break
  fi
  sleep 2
done

body=$(curl -s --max-time 15 "$url/api/health" || true)
overall=$(sed -n 's/.*"status":"\([a-z]*\)".*/\1/p' <<<"$body")
if [ -z "$overall" ]; then
  echo "failed      $url/api/health does not answer as Pulse-Hub does" >&2
  exit 1
fi
for service in database mcp superset; do
  state=$(sed -n "s/.*\"$service\":\"\([a-z ]*\)\".*/\1/p" <<<"$body")
  printf '%-11s %s\n' "$service" "${state:-missing in the answer}"
done
printf '%-11s %s\n' overall "$overall"
case $overall in
  ok) exit 0 ;;
  degraded) [ -n "$degraded" ] ;;
  *) exit 1 ;;
esac

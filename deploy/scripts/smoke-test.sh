#!/usr/bin/env bash
# Asks a deployed Pulse-Hub, from outside and without signing in, whether what must work works and what must be closed
# is closed. Changes nothing.
set -euo pipefail

usage() {
  cat <<'HELP'
Usage: smoke-test.sh URL [--local]
--local: a stack on this machine, reached by plain http, where HSTS is not sent, sign-in is by link, and mcp and
superset may be starting or not configured. Ends with 1 when a check failed; each check is one line.
HELP
}

url='' local_stack=''
for argument in "$@"; do
  case $argument in
    -h | --help) usage && exit 0 ;;
    --local) local_stack=yes ;;
    -*) usage >&2 && exit 2 ;;
    *) url=${argument%/} ;;
  esac
done
[ -n "$url" ] || { usage >&2 && exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0 checks=0
status='' # of the last answer; its headers and body are in $work

ask() {
  local path=$1
  shift
  : >"$work/headers"
  : >"$work/body"
  status=$(curl -s --max-time 20 -D "$work/headers" -o "$work/body" -w '%{http_code}' "$@" "$url$path" || true)
}

expect() {
  local what=$1
  shift
  checks=$((checks + 1))
  if "$@"; then
    echo "ok      $what"
  else
    echo "FAILED  $what (answered $status)" >&2
    failures=$((failures + 1))
  fi
}

is_status() {
  local one
  for one in "$@"; do [ "$status" != "$one" ] || return 0; done
  return 1
}
has_header() { grep -qi "^$1:.*$2" "$work/headers"; }
has_body() { grep -q "$1" "$work/body"; }
is_up() { has_body '^{"status":"ok"' || has_body '^{"status":"degraded"'; }
may_be_kept() { has_header cache-control . || has_header expires .; }
is_redirect_to() { is_status 302 303 && has_header location "$1"; }
is_closed() { is_status 401 403 404 || is_redirect_to /; }

ask /health/live
expect '/health/live: the process answers' is_status 200
ask /health/ready
expect '/health/ready: the database answers' is_status 200
expect '/health/ready says so in JSON' has_body '"status":"UP"'
ask /api/health
expect '/api/health: database up' has_body '"database":"healthy"'
if [ -n "$local_stack" ]; then
  expect '/api/health: in the form monitors look for' is_up
else
  expect '/api/health: mcp healthy' has_body '"mcp":"healthy"'
  expect '/api/health: superset healthy' has_body '"superset":"healthy"'
  expect '/api/health: status ok, as monitors look for it' has_body '"status":"ok"'
fi

ask /
expect '/: the landing page' is_status 200
expect '/: it is Pulse-Hub' has_body '<title>[^<]*Pulse-Hub'
expect '/: content security policy' has_header content-security-policy "frame-ancestors"
expect '/: nosniff' has_header x-content-type-options nosniff
expect '/: referrer policy' has_header referrer-policy strict-origin
expect '/: request id' has_header x-request-id '[0-9a-zA-Z]'
[ -n "$local_stack" ] || expect '/: HSTS' has_header strict-transport-security max-age=
resource=$(grep -o '"/jakarta.faces.resource/[^"]*"' "$work/body" | head -n 1 | tr -d '"' | sed 's/&amp;/\&/g' || true)
ask "${resource:-/no-resource-on-the-page}"
expect 'a style sheet or script of the page is served' is_status 200
expect 'and may be kept by browsers' may_be_kept

ask /app
expect '/app: strangers are sent to the start' is_redirect_to '/'
ask /api/auth/signin/github
if [ -n "$local_stack" ]; then
  expect '/api/auth/signin/github: leads on' is_status 302 303
else
  expect '/api/auth/signin/github: leads to GitHub' is_redirect_to '/login/oauth/authorize'
fi
ask /api/v1/repos
expect '/api/v1/repos: closed to strangers' is_status 401
ask /api/webhooks/github -X POST -H 'Content-Type: application/json' -H 'X-GitHub-Event: ping' \
  -H 'X-GitHub-Delivery: 00000000-0000-0000-0000-000000000000' -H "Origin: $url" --data '{}'
expect '/api/webhooks/github: nothing without a signature' is_status 401
for path in /mcp /superset/welcome/ /api/superset/login/ /metrics /openapi; do
  ask "$path"
  expect "$path: not public" is_closed
done
ask /there-is-no-such-page
expect 'unknown pages tell strangers nothing' is_closed

if [ "$failures" -gt 0 ]; then
  echo "$failures of $checks checks failed." >&2
  exit 1
fi
echo "All $checks checks passed."

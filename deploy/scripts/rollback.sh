#!/usr/bin/env bash
# Brings back an earlier deployment of an app. The database is not rolled back: migrations only add, so that the
# version before still works.
set -euo pipefail

usage() {
  cat <<'HELP'
Usage: rollback.sh APP_ID [DEPLOYMENT_ID]   DEPLOYMENT_ID is the last successful one before the active one by default
       rollback.sh APP_ID --list            deployments one could go back to, newest first
       rollback.sh APP_ID --keep            after a rollback: keep it, and allow deployments again
       rollback.sh APP_ID --undo            after a rollback: return to what was there before
Needs curl, python3 and DIGITALOCEAN_ACCESS_TOKEN. While a rollback is neither kept nor undone, nothing is deployed.
HELP
}

case "${1:-}" in
  -h | --help) usage && exit 0 ;;
  '') usage >&2 && exit 2 ;;
esac
app=$1 wanted=${2:-}
: "${DIGITALOCEAN_ACCESS_TOKEN:?is not set}"
api=${DIGITALOCEAN_API_URL:-https://api.digitalocean.com}/v2/apps/$app

# The token goes through a file descriptor: the arguments of a process are public on its machine.
call() {
  local method=$1 path=$2 data=${3:-}
  curl -sS --fail-with-body --max-time 60 -X "$method" -H 'Content-Type: application/json' \
    -H @<(printf 'Authorization: Bearer %s' "$DIGITALOCEAN_ACCESS_TOKEN") ${data:+--data "$data"} "$api$path"
}

read_json() {
  python3 -c "import json, sys; answer = json.load(sys.stdin); $1"
}

# A deployment that once was active is SUPERSEDED; failed ones are ERROR and never candidates.
candidates() {
  call GET '/deployments?per_page=50' | read_json '
for one in answer.get("deployments", []):
    if one.get("phase") == "SUPERSEDED":
        print(one["id"], one.get("created_at", ""), one.get("cause", ""))'
}

case $wanted in
  --list) candidates && exit 0 ;;
  --keep) call POST /rollback/commit >/dev/null && echo "The rollback is kept; deployments are allowed again." && exit 0 ;;
  --undo) call POST /rollback/revert >/dev/null && echo "Returning to what was there before." && exit 0 ;;
  -*) usage >&2 && exit 2 ;;
  '')
    wanted=$(candidates | head -n 1 | cut -d ' ' -f 1)
    [ -n "$wanted" ] || { echo "There is no earlier deployment to go back to." >&2 && exit 1; }
    ;;
esac

body="{\"deployment_id\": \"$wanted\"}"
call POST /rollback/validate "$body" | read_json '
for warning in answer.get("warnings") or []:
    print("warning:", warning.get("message", warning))
if not answer.get("valid"):
    sys.exit("Cannot go back to it: " + str((answer.get("error") or {}).get("message", answer)))'
call POST /rollback "{\"deployment_id\": \"$wanted\", \"skip_pin\": false}" |
  read_json 'print("Going back; deployment", answer["deployment"]["id"], "is under way.")'
echo "Watch it: doctl apps list-deployments $app. Then: rollback.sh $app --keep, or --undo."

#!/bin/sh
# Runs the assembled service once beside a PostgreSQL of its own and lets the JVM write down what it loaded:
# TARGET/app.aot, with which the service starts a third faster. Not as root, which PostgreSQL refuses.
# Usage: train.sh [TARGET]; PG_BIN is where initdb and pg_ctl are.
set -eu
target=${1:-/opt/pulse-hub}
PG_BIN=${PG_BIN:-$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort | tail -n 1)}
work=$(mktemp -d)
service='' database=''

end() {
  [ -z "$service" ] || kill -9 "$service" 2>/dev/null || true
  [ -z "$database" ] || "$PG_BIN/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap end EXIT

secret=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
echo "$secret" >"$work/password"
"$PG_BIN/initdb" -D "$work/data" -U trainer --pwfile="$work/password" -A scram-sha-256 -E UTF8 >/dev/null
"$PG_BIN/pg_ctl" -D "$work/data" -w -l "$work/postgres.log" \
  -o "-p ${TRAINING_PG_PORT:-5499} -k $work -c listen_addresses=127.0.0.1" start >/dev/null
database=yes

PORT=${TRAINING_PORT:-3999}
POSTGRES_URL="postgresql://trainer:$secret@127.0.0.1:${TRAINING_PG_PORT:-5499}/postgres"
AUTH_URL="http://localhost:$PORT" AUTH_SECRET="$secret" PULSEHUB_ROLE=web
GITHUB_OAUTH_CLIENT_ID=training GITHUB_OAUTH_CLIENT_SECRET=training
export PORT POSTGRES_URL AUTH_URL AUTH_SECRET PULSEHUB_ROLE GITHUB_OAUTH_CLIENT_ID GITHUB_OAUTH_CLIENT_SECRET

"$target/bin/migrate" >"$work/migrate.log" 2>&1 || { cat "$work/migrate.log" >&2; exit 1; }
AOT_CACHE_OUTPUT="$target/app.aot" "$target/bin/start" >"$work/service.log" 2>&1 &
service=$!

tries=0
until curl -fs -o "$work/ready" "http://127.0.0.1:$PORT/health/ready"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 240 ] || ! kill -0 "$service" 2>/dev/null; then
    tail -n 60 "$work/service.log" >&2
    echo "The service did not get ready; there is no cache." >&2
    exit 1
  fi
  sleep 0.5
done
# What first visitors need is worth keeping too.
for path in / /health/live /api/health /api/v1/repos /mcp; do
  curl -s -o "$work/answer" "http://127.0.0.1:$PORT$path" || true
done
kill -TERM "$service"
wait "$service" || true
service=
rm -f "$target/app.aot.config"
[ -s "$target/app.aot" ] || { tail -n 40 "$work/service.log" >&2; echo "The JVM wrote no cache." >&2; exit 1; }
rm -rf "$target/payara/applications" "$target/payara/generated" "$target/payara/logs"
ls -l "$target/app.aot"

#!/bin/sh
# The logins and databases of one server: the owner who migrates, the application, and Superset with tables of its own.
# Run once on an empty server as its superuser (compose.yaml does); passwords come from the environment.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$PULSE_OWNER_PASSWORD" -v app="$PULSE_APP_PASSWORD" \
  -v superset="$SUPERSET_DB_PASSWORD" --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
create role pulse_owner login createrole noinherit password :'owner';
create role pulse_app login noinherit password :'app';
grant pulse_app to pulse_owner with admin true, inherit false, set false;
create database pulse owner pulse_owner;
revoke all on database pulse from public;
grant connect on database pulse to pulse_app;
create role superset login password :'superset';
create database superset owner superset;
revoke all on database superset from public;
SQL

#!/bin/sh
# Gives the role that Superset reads the reporting views with a password; the migration made the role without one.
set -eu
psql -v ON_ERROR_STOP=1 -v reader="$PULSE_BI_PASSWORD" "$READER_ADMIN_URL" <<'SQL'
alter role pulse_bi login password :'reader';
select format('grant connect on database %I to pulse_bi', current_database()) \gexec
SQL

-- Three roles without login. The application's login starts as pulse_none, which may do nothing: forgetting to say who
-- is asking fails closed, even for a login that bypasses row level security.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['pulse_none', 'pulse_reader', 'pulse_writer'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I nologin noinherit nobypassrls', wanted);
        end if;
    end loop;
end
$$;

create schema pulse;
create schema report;

revoke all on schema pulse, report from public;
grant usage on schema pulse to pulse_reader, pulse_writer;
grant usage on schema report to pulse_reader, pulse_writer;
alter default privileges in schema pulse revoke execute on functions from public;
alter default privileges in schema report revoke execute on functions from public;

comment on schema pulse is 'What Pulse-Hub remembers: tables, owned by the migration login.';
comment on schema report is 'What pages, the API, exports and analysts read: views with the reader''s own rights.';

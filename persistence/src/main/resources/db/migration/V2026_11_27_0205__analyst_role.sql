-- Whoever reads reports from outside the product, as Superset does: no row is written, no query lasts, and no other role is
-- taken. Without a password nobody can log in; who runs the product gives it one. Which rows a person sees is decided
-- before the question is asked, so its policies let it see all.
do $$
begin
    if not exists (select from pg_roles where rolname = 'pulse_bi') then
        create role pulse_bi login noinherit nobypassrls connection limit 20;
        alter role pulse_bi set default_transaction_read_only = on;
        alter role pulse_bi set statement_timeout = '15s';
        alter role pulse_bi set idle_in_transaction_session_timeout = '30s';
        alter role pulse_bi set timezone = 'UTC';
        alter role pulse_bi set search_path = 'report';
    end if;
end
$$;

grant usage on schema pulse, report to pulse_bi;

-- PostgreSQL's own look-out comes once a minute and plans by what it knew before: in the minute after a first
-- synchronisation a page took fifty times as long. Called every few seconds, this does nothing until a table has grown
-- by half, so a growing table is read a handful of times.
create function pulse.analyze_grown() returns integer
    language plpgsql security definer
    set search_path = ''
as $$
declare
    one record;
    done integer := 0;
begin
    if not pg_catalog.pg_try_advisory_xact_lock(pg_catalog.hashtextextended('pulse.analyze_grown', 0)) then
        return done;
    end if;
    for one in
        select s.relid::pg_catalog.regclass as name
        from pg_catalog.pg_stat_user_tables s
            join pg_catalog.pg_class c on c.oid = s.relid
        where s.schemaname = 'pulse' and c.relkind = 'r'
            and s.n_mod_since_analyze > 200 + 0.5 * greatest(c.reltuples, 0)
    loop
        execute pg_catalog.format('analyze %s', one.name);
        done := done + 1;
    end loop;
    return done;
end
$$;

revoke execute on function pulse.analyze_grown() from public;
grant execute on function pulse.analyze_grown() to pulse_writer;

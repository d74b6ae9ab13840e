-- The analyst's role may read the report views and exactly the columns beneath them, whatever these are by now: a new
-- view needs no word here, and what no view shows stays closed.
do $$
declare
    one record;
begin
    for one in
        select format('revoke all on %s from pulse_bi', string_agg(c.oid::regclass::text, ', ')) as statement
        from pg_class c
        where c.relnamespace in ('pulse'::regnamespace, 'report'::regnamespace) and c.relkind in ('r', 'p', 'v')
        union all
        select format('revoke select (%s) on %s from pulse_bi', string_agg(quote_ident(a.attname), ', '), a.attrelid::regclass)
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        cross join lateral aclexplode(a.attacl) given
        where c.relnamespace = 'pulse'::regnamespace and given.grantee = 'pulse_bi'::regrole
        group by a.attrelid
    loop
        execute one.statement;
    end loop;
    for one in
        with shown as (
            select c.oid from pg_class c
            where c.relnamespace = 'report'::regnamespace and c.relkind = 'v' and c.relname not in ('sync_state', 'sync_failure')
        ), beneath as (
            select a.attrelid, string_agg(distinct quote_ident(a.attname), ', ') as columns
            from shown
            join pg_rewrite w on w.ev_class = shown.oid
            join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid and d.refclassid = 'pg_class'::regclass
            join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid and a.attnum > 0
            join pg_class t on t.oid = a.attrelid and t.relnamespace = 'pulse'::regnamespace
            group by a.attrelid
        )
        select format('grant select on %s to pulse_bi', shown.oid::regclass) as statement from shown
        union all
        select format('grant select (%s) on %s to pulse_bi', columns, attrelid::regclass) from beneath
        union all
        select format('create policy %I on %s for select to pulse_bi using (true)', c.relname || '_bi', attrelid::regclass)
        from beneath
        join pg_class c on c.oid = attrelid
        where not exists (select from pg_policy p where p.polrelid = attrelid and p.polname = c.relname || '_bi')
    loop
        execute one.statement;
    end loop;
end
$$;

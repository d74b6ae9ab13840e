package dev.pulsehub.persistence.access;

/**
 * What holds for every table, view and function of ours: a query that names what breaks it, and one way to break it.
 */
enum SchemaRule {
    ROW_LEVEL_SECURITY_IS_ON("""
            select c.relname from pg_class c
            where c.relnamespace = 'pulse'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
            """, "alter table pulse.issue disable row level security"),

    EVERY_TABLE_HAS_A_POLICY("""
            select c.relname from pg_class c
            where c.relnamespace = 'pulse'::regnamespace and c.relkind in ('r', 'p')
              and not exists (select from pg_policy p where p.polrelid = c.oid)
            """, "drop policy session_writer on pulse.session"),

    WHAT_A_READER_MAY_SELECT_IS_CUT_BY_ORGANIZATION("""
            select c.relname from pg_class c
            where c.relnamespace = 'pulse'::regnamespace and c.relkind in ('r', 'p')
              and has_table_privilege('pulse_reader', c.oid, 'select')
              and not exists (
                  select from pg_policy p
                  where p.polrelid = c.oid and 'pulse_reader'::regrole = any (p.polroles)
                    and pg_get_expr(p.polqual, p.polrelid) like '%visible_organizations()%')
            """, """
            drop policy issue_reader on pulse.issue;
            create policy issue_reader on pulse.issue for select to pulse_reader using (true)
            """),

    A_READER_HAS_ONE_POLICY_PER_TABLE("""
            select p.polrelid::regclass::text from pg_policy p
            where 'pulse_reader'::regrole = any (p.polroles) or 0 = any (p.polroles)
            group by p.polrelid having count(*) > 1
            """, "create policy wide on pulse.issue for select to pulse_reader using (true)"),

    NO_POLICY_IS_FOR_EVERYBODY(
            "select p.polname from pg_policy p where 0 = any (p.polroles)",
            "create policy everybody on pulse.issue using (true)"),

    A_READER_MAY_ONLY_READ("""
            select c.relname from pg_class c
            where c.relnamespace in ('pulse'::regnamespace, 'report'::regnamespace)
              and c.relkind in ('r', 'p', 'v', 'm')
              and has_table_privilege('pulse_reader', c.oid, 'insert, update, delete, truncate')
            """, "grant update on pulse.issue to pulse_reader"),

    THE_ANALYST_READS_WHOLE_TABLES_NOWHERE("""
            select c.relname from pg_class c
            where c.relnamespace = 'pulse'::regnamespace and c.relkind in ('r', 'p')
              and has_table_privilege('pulse_bi', c.oid, 'select, insert, update, delete, truncate')
            """, "grant select on pulse.session to pulse_bi"),

    FUNCTIONS_FIX_THEIR_SEARCH_PATH("""
            select p.proname from pg_proc p
            where p.pronamespace in ('pulse'::regnamespace, 'report'::regnamespace)
              and not coalesce(p.proconfig && array['search_path=""', 'search_path='], false)
            """, "alter function pulse.visible_repos() reset search_path"),

    /** A function inside a select of its own is called once per statement, any other once per row. */
    POLICIES_CALL_NO_FUNCTION_PER_ROW("""
            select p.polname from pg_policy p
            where regexp_replace(
                concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)),
                '\\( SELECT [a-z_.]+\\(\\)', '', 'g') ~ '[a-z_] ?\\('
            """, """
            drop policy issue_reader on pulse.issue;
            create policy issue_reader on pulse.issue for select to pulse_reader
            using (organization_id in (select pulse.visible_organizations()) and author_id = pulse.person_id())
            """),

    EVERY_TABLE_HAS_A_PRIMARY_KEY("""
            select c.relname from pg_class c
            where c.relnamespace = 'pulse'::regnamespace and c.relkind in ('r', 'p')
              and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
            """, "alter table pulse.lease drop constraint lease_pkey"),

    NO_INDEX_IS_KEPT_TWICE(
            """
            select min(i.indexrelid::regclass::text) from pg_index i
            join pg_class t on t.oid = i.indrelid
            where t.relnamespace = 'pulse'::regnamespace
            group by i.indrelid, regexp_replace(pg_get_indexdef(i.indexrelid), '^.*USING', '') having count(*) > 1
            """, "create index twice on pulse.session (person_id); create index thrice on pulse.session (person_id)"),

    /** The organization alone does not select: of a key with more columns, another one must lead or follow at once. */
    FOREIGN_KEYS_ARE_INDEXED("""
            select k.conname from pg_constraint k
            where k.contype = 'f' and k.connamespace = 'pulse'::regnamespace
              and not exists (
                  select from pg_index i
                  where i.indrelid = k.conrelid and i.indpred is null
                    and (i.indkey[0] = any (k.conkey) and (cardinality(k.conkey) = 1 or i.indkey[1] = any (k.conkey))
                         or i.indkey[0] in (
                             select a.attnum from pg_attribute a
                             where a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                               and a.attname <> 'organization_id')))
            """, "drop index pulse.session_person_idx"),

    VIEWS_HAVE_THEIR_READERS_RIGHTS("""
            select c.relname from pg_class c
            where c.relnamespace in ('pulse'::regnamespace, 'report'::regnamespace)
              and (c.relkind = 'm' or c.relkind = 'v'
                   and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false))
            """, "create view report.leak as select * from pulse.issue"),

    NOTHING_IS_GRANTED_TO_EVERYBODY_OR_TO_A_HOST_S_PUBLIC_ROLES(
            """
            with granted as (
                select c.relname::text as name, a.grantee
                from pg_class c, aclexplode(c.relacl) a
                where c.relnamespace in ('pulse'::regnamespace, 'report'::regnamespace)
                union all
                select p.proname::text, a.grantee
                from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                where p.pronamespace in ('pulse'::regnamespace, 'report'::regnamespace)
                union all
                select n.nspname::text, a.grantee
                from pg_namespace n, aclexplode(n.nspacl) a
                where n.nspname in ('pulse', 'report', 'flyway')
            )
            select name from granted
            where grantee = 0 or grantee in (select oid from pg_roles where rolname in ('anon', 'authenticated'))
            """, "create role anon nologin; grant select on pulse.issue to anon"),

    FUNCTIONS_ARE_NOT_FOR_EVERYBODY(
            NOTHING_IS_GRANTED_TO_EVERYBODY_OR_TO_A_HOST_S_PUBLIC_ROLES.breaches(),
            "grant execute on function pulse.visible_repos() to public"),

    MOMENTS_HAVE_A_ZONE("""
            select a.attrelid::regclass || '.' || a.attname
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'pulse'::regnamespace and a.atttypid = 'timestamp'::regtype
            """, "alter table pulse.issue add column seen_at timestamp");

    private final String breaches;
    private final String breakage;

    SchemaRule(String breaches, String breakage) {
        this.breaches = breaches;
        this.breakage = breakage;
    }

    /** Names what breaks the rule; no row when it holds. */
    String breaches() {
        return breaches;
    }

    /** Breaks the rule. */
    String breakage() {
        return breakage;
    }
}

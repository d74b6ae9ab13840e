-- Who is asking: the person's id, set for one transaction only. Null when nobody said.
create function pulse.person_id() returns bigint
    language sql stable parallel safe
    set search_path = ''
as $$ select nullif(pg_catalog.current_setting('app.person_id', true), '')::bigint $$;

-- One scan each per statement: policies compare with the array, which PostgreSQL turns into an index condition.
create function pulse.visible_organizations() returns setof bigint
    language sql stable security definer parallel safe
    set search_path = ''
as $$ select m.organization_id from pulse.membership m where m.person_id = pulse.person_id() $$;

create function pulse.visible_repos() returns setof bigint
    language sql stable security definer parallel safe
    set search_path = ''
as $$ select distinct a.repo_id from pulse.repo_access a where a.person_id = pulse.person_id() $$;

grant execute on function pulse.person_id(), pulse.visible_organizations(), pulse.visible_repos() to pulse_reader, pulse_writer;

-- A reader sees the rows of repositories it may see, in organizations it belongs to; the writer synchronises all.
create procedure pulse.protect_by_repo(tables text[], repo_column text)
    language plpgsql
    set search_path = ''
as $$
declare
    one text;
begin
    foreach one in array tables loop
        execute pg_catalog.format('alter table pulse.%I enable row level security', one);
        execute pg_catalog.format('grant select on pulse.%I to pulse_reader', one);
        execute pg_catalog.format('grant select, insert, update, delete on pulse.%I to pulse_writer', one);
        execute pg_catalog.format(
            'create policy %I on pulse.%I for select to pulse_reader using ('
            'organization_id = any (array(select pulse.visible_organizations())) '
            'and %I = any (array(select pulse.visible_repos())))', one || '_reader', one, repo_column);
        execute pg_catalog.format(
            'create policy %I on pulse.%I to pulse_writer using (true) with check (true)', one || '_writer', one);
    end loop;
end
$$;

create procedure pulse.protect_by_organization(tables text[], organization_column text)
    language plpgsql
    set search_path = ''
as $$
declare
    one text;
begin
    foreach one in array tables loop
        execute pg_catalog.format('alter table pulse.%I enable row level security', one);
        execute pg_catalog.format('grant select on pulse.%I to pulse_reader', one);
        execute pg_catalog.format('grant select, insert, update, delete on pulse.%I to pulse_writer', one);
        execute pg_catalog.format(
            'create policy %I on pulse.%I for select to pulse_reader using ('
            '%I = any (array(select pulse.visible_organizations())))', one || '_reader', one, organization_column);
        execute pg_catalog.format(
            'create policy %I on pulse.%I to pulse_writer using (true) with check (true)', one || '_writer', one);
    end loop;
end
$$;

-- Tables that no person reads: sessions, the inbox, work and notices.
create procedure pulse.protect_for_writer_only(tables text[])
    language plpgsql
    set search_path = ''
as $$
declare
    one text;
begin
    foreach one in array tables loop
        execute pg_catalog.format('alter table pulse.%I enable row level security', one);
        execute pg_catalog.format('grant select, insert, update, delete on pulse.%I to pulse_writer', one);
        execute pg_catalog.format(
            'create policy %I on pulse.%I to pulse_writer using (true) with check (true)', one || '_writer', one);
    end loop;
end
$$;

revoke execute on procedure pulse.protect_by_repo(text[], text), pulse.protect_by_organization(text[], text),
    pulse.protect_for_writer_only(text[]) from public;

call pulse.protect_by_repo(array['repo'], 'github_id');
call pulse.protect_by_repo(
    array['label', 'milestone', 'issue', 'pull_request', 'pull_request_fact', 'review', 'comment_fact', 'timeline_event',
          'commit', 'pull_request_commit', 'workflow', 'workflow_run', 'job', 'repo_day', 'sync_cursor'], 'repo_id');
call pulse.protect_by_organization(array['organization'], 'id');
call pulse.protect_by_organization(array['source_account', 'membership', 'account'], 'organization_id');
call pulse.protect_for_writer_only(
    array['person', 'repo_access', 'session', 'sync_job', 'webhook_delivery', 'lease', 'change_notice']);

grant usage, select on all sequences in schema pulse to pulse_writer;

-- Work that failed, of the organizations and repositories the caller may see. The table itself stays the writer's.
create or replace function report.failed_sync_jobs()
    returns table (organization_id bigint, kind text, repository_id bigint, number integer, attempts integer,
                   failure text, retry_at timestamptz)
    language sql stable security definer
    set search_path = ''
as $$
    select j.organization_id, j.kind, nullif(j.repo_id, 0), nullif(j.number, 0), j.attempts, j.failure,
        nullif(j.due_at, 'infinity')
    from pulse.sync_job j
    where j.failure is not null
      and j.organization_id in (select pulse.visible_organizations())
      and (j.repo_id = 0 or j.repo_id in (select pulse.visible_repos()))
$$;

revoke execute on function report.failed_sync_jobs() from public;
grant execute on function report.failed_sync_jobs() to pulse_reader;

create or replace view report.sync_failure with (security_invoker = true) as
select j.organization_id, j.repository_id, r.repo, j.kind, j.number, j.attempts, j.failure, j.retry_at
from report.failed_sync_jobs() j
left join report.repo r on r.organization_id = j.organization_id and r.repository_id = j.repository_id;

comment on view report.sync_failure is 'Synchronisation work whose last attempt failed; it is tried again by itself.';
comment on column report.sync_failure.repository_id is 'Null for work on the whole organization.';
comment on column report.sync_failure.kind is 'account, repo, issue or pull.';
comment on column report.sync_failure.retry_at is 'Null while it is being tried again.';
grant select on report.sync_failure to pulse_reader;

create or replace view report.sync_failure with (security_invoker = true) as
select
    j.organization_id,
    nullif(j.repo_id, 0) as repository_id,
    r.repo,
    j.kind,
    nullif(j.number, 0) as number,
    j.attempts,
    j.failure,
    nullif(j.due_at, 'infinity') as retry_at
from pulse.sync_job j
left join report.repo r on r.organization_id = j.organization_id and r.repository_id = j.repo_id
where j.failure is not null;

comment on view report.sync_failure is 'Synchronisation work whose last attempt failed; it is tried again by itself.';
comment on column report.sync_failure.repository_id is 'Null for work on the whole organization.';
comment on column report.sync_failure.kind is 'account, repo, issue or pull.';
comment on column report.sync_failure.retry_at is 'Null while it is being tried again.';
grant select on report.sync_failure to pulse_reader, pulse_writer;

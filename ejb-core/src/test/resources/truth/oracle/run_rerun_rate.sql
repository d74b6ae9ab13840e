-- Runs with more than one attempt among those.
select avg(case when w.attempt > 1 then 1.0 else 0.0 end)::double precision as value, count(*) as n
from pulse.workflow_run w
where w.organization_id = current_setting('oracle.organization')::bigint and w.conclusion in ('success', 'failure', 'timed_out', 'startup_failure') and w.completed_at >= current_setting('oracle.from')::timestamptz and w.completed_at < current_setting('oracle.to')::timestamptz
      and exists (select from pulse.repo r where r.organization_id = w.organization_id and r.github_id = w.repo_id and r.gone_at is null)

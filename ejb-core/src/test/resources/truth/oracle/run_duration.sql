-- Middle of the attempt's start to its end.
with chosen as (
    select floor(extract(epoch from w.completed_at - w.run_started_at)) as x
    from pulse.workflow_run w
    where w.organization_id = current_setting('oracle.organization')::bigint and w.conclusion in ('success', 'failure', 'timed_out', 'startup_failure') and w.completed_at >= current_setting('oracle.from')::timestamptz and w.completed_at < current_setting('oracle.to')::timestamptz
      and exists (select from pulse.repo r where r.organization_id = w.organization_id and r.github_id = w.repo_id and r.gone_at is null))
, placed as (select x, row_number() over (order by x) as place, count(*) over () as n from chosen where x >= 0)
select avg(x)::double precision as value, coalesce(max(n), 0) as n from placed where place in ((n + 1) / 2, (n + 2) / 2)

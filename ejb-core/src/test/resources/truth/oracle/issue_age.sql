-- Middle of the time issues have been open that are open now, closed times left out.
with chosen as (
    select extract(epoch from least(current_setting('oracle.to')::timestamptz, current_setting('oracle.now')::timestamptz) - i.created_at) - coalesce((
        select sum(extract(epoch from reopened.occurred_at - (
            select max(closed.occurred_at) from pulse.timeline_event closed
            where closed.organization_id = i.organization_id and closed.repo_id = i.repo_id and closed.number = i.number
              and closed.kind = 'closed' and closed.occurred_at <= reopened.occurred_at)))
        from pulse.timeline_event reopened
        where reopened.organization_id = i.organization_id and reopened.repo_id = i.repo_id and reopened.number = i.number and reopened.kind = 'reopened'), 0) as x
    from pulse.issue i
    where i.state = 'OPEN' and i.created_at <= least(current_setting('oracle.to')::timestamptz, current_setting('oracle.now')::timestamptz) and i.organization_id = current_setting('oracle.organization')::bigint
      and exists (select from pulse.repo r where r.organization_id = i.organization_id and r.github_id = i.repo_id and r.gone_at is null)
      and not exists (select from pulse.account a where a.organization_id = i.organization_id and a.github_id = i.author_id and a.is_bot))
, placed as (select x, row_number() over (order by x) as place, count(*) over () as n from chosen where x >= 0)
select avg(x)::double precision as value, coalesce(max(n), 0) as n from placed where place in ((n + 1) / 2, (n + 2) / 2)

-- Middle of the time from opening to closing, over the issues closed in the window and still closed.
with chosen as (
    select extract(epoch from i.closed_at - i.created_at) as x, row_number() over (order by i.closed_at - i.created_at) as place, count(*) over () as n
    from pulse.issue i join pulse.repo r on r.organization_id = i.organization_id and r.github_id = i.repo_id
    where i.organization_id = current_setting('oracle.organization')::bigint and i.state = 'CLOSED' and r.gone_at is null and i.closed_at >= current_setting('oracle.from')::timestamptz and i.closed_at < current_setting('oracle.to')::timestamptz
      and coalesce(i.author_id, 0) not in (select a.github_id from pulse.account a where a.organization_id = current_setting('oracle.organization')::bigint and a.is_bot))
select avg(x)::double precision as value, max(n) as n from chosen where place in ((n + 1) / 2, (n + 2) / 2)

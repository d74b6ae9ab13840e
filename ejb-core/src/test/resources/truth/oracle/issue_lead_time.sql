-- Middle of creation to the last closing, of issues still closed.
with chosen as (
    select extract(epoch from i.closed_at - i.created_at) as x
    from pulse.issue i
    where i.state = 'CLOSED' and i.closed_at >= current_setting('oracle.from')::timestamptz and i.closed_at < current_setting('oracle.to')::timestamptz and i.organization_id = current_setting('oracle.organization')::bigint
      and exists (select from pulse.repo r where r.organization_id = i.organization_id and r.github_id = i.repo_id and r.gone_at is null)
      and not exists (select from pulse.account a where a.organization_id = i.organization_id and a.github_id = i.author_id and a.is_bot))
, placed as (select x, row_number() over (order by x) as place, count(*) over () as n from chosen where x >= 0)
select avg(x)::double precision as value, coalesce(max(n), 0) as n from placed where place in ((n + 1) / 2, (n + 2) / 2)

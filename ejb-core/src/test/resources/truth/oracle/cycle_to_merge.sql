-- Middle of coding and pickup and review, or coding and unreviewed.
with chosen as (
    select f.coding_seconds + coalesce(f.pickup_seconds + f.review_seconds, f.unreviewed_seconds) as x
    from pulse.pull_request p join pulse.pull_request_fact f on f.organization_id = p.organization_id and f.pull_request_id = p.github_id
    where p.organization_id = current_setting('oracle.organization')::bigint and p.state = 'MERGED' and p.merged_at >= current_setting('oracle.from')::timestamptz and p.merged_at < current_setting('oracle.to')::timestamptz
      and exists (select from pulse.repo r where r.organization_id = p.organization_id and r.github_id = p.repo_id and r.gone_at is null)
      and not exists (select from pulse.account a where a.organization_id = p.organization_id and a.github_id = p.author_id and a.is_bot))
, placed as (select x, row_number() over (order by x) as place, count(*) over () as n from chosen where x >= 0)
select avg(x)::double precision as value, coalesce(max(n), 0) as n from placed where place in ((n + 1) / 2, (n + 2) / 2)

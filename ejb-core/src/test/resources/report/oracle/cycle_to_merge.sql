-- Middle of the merged pull requests' way from first commit to merge: sorted by hand, the two neighbours mixed linearly.
with chosen as (
    select f.cycle_to_merge_seconds as x, row_number() over (order by f.cycle_to_merge_seconds) as place, count(*) over () as n
    from pulse.pull_request p, pulse.pull_request_fact f
    where p.organization_id = current_setting('oracle.organization')::bigint and f.organization_id = p.organization_id and f.pull_request_id = p.github_id
      and f.cycle_to_merge_seconds is not null and p.merged_at >= current_setting('oracle.from')::timestamptz and p.merged_at < current_setting('oracle.to')::timestamptz
      and not exists (select 1 from pulse.repo r where r.organization_id = p.organization_id and r.github_id = p.repo_id and r.gone_at is not null)
      and not exists (select 1 from pulse.account a where a.organization_id = p.organization_id and a.github_id = p.author_id and a.is_bot))
select avg(x)::double precision as value, max(n) as n from chosen where place in ((n + 1) / 2, (n + 2) / 2)

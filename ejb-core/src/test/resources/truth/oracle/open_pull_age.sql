-- Age that nine of ten open pull requests do not exceed, the neighbours of the exact place mixed linearly.
with chosen as (
    select extract(epoch from least(current_setting('oracle.to')::timestamptz, current_setting('oracle.now')::timestamptz) - p.created_at)::double precision as x, row_number() over (order by p.created_at desc) - 1 as place, count(*) over () as n
    from pulse.pull_request p
    where p.organization_id = current_setting('oracle.organization')::bigint and p.state = 'OPEN'
      and exists (select from pulse.repo r where r.organization_id = p.organization_id and r.github_id = p.repo_id and r.gone_at is null)
      and not exists (select from pulse.account a where a.organization_id = p.organization_id and a.github_id = p.author_id and a.is_bot)),
exact as (select max(n) as n, 0.9 * (max(n) - 1) as place from chosen)
select l.x + (e.place - floor(e.place)) * (h.x - l.x) as value, coalesce(e.n, 0) as n
from exact e left join chosen l on l.place = floor(e.place) left join chosen h on h.place = ceil(e.place)

-- Age that nine of ten open pull requests do not exceed, the neighbours of the exact place mixed linearly.
with chosen as (
    select extract(epoch from current_setting('oracle.now')::timestamptz - p.created_at)::double precision as x,
        row_number() over (order by p.created_at desc) - 1 as place, count(*) over () as n
    from pulse.pull_request p join pulse.repo r on r.organization_id = p.organization_id and r.github_id = p.repo_id
    where p.organization_id = current_setting('oracle.organization')::bigint and p.state = 'OPEN' and r.gone_at is null
      and coalesce(p.author_id, 0) not in (select a.github_id from pulse.account a where a.organization_id = current_setting('oracle.organization')::bigint and a.is_bot)),
exact as (select max(n) as n, 0.9 * (max(n) - 1) as place from chosen)
select l.x + (e.place - floor(e.place)) * (h.x - l.x) as value, e.n
from exact e join chosen l on l.place = floor(e.place) join chosen h on h.place = ceil(e.place)

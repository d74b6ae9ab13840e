-- Pull requests merged.
select count(*)::double precision as value, count(*) as n
from pulse.pull_request p
where p.organization_id = current_setting('oracle.organization')::bigint and p.state = 'MERGED' and p.merged_at >= current_setting('oracle.from')::timestamptz and p.merged_at < current_setting('oracle.to')::timestamptz
      and exists (select from pulse.repo r where r.organization_id = p.organization_id and r.github_id = p.repo_id and r.gone_at is null)
      and not exists (select from pulse.account a where a.organization_id = p.organization_id and a.github_id = p.author_id and a.is_bot)

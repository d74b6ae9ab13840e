-- Issues created.
select count(*)::double precision as value, count(*) as n
from pulse.issue i
where i.created_at >= current_setting('oracle.from')::timestamptz and i.created_at < current_setting('oracle.to')::timestamptz and i.organization_id = current_setting('oracle.organization')::bigint
      and exists (select from pulse.repo r where r.organization_id = i.organization_id and r.github_id = i.repo_id and r.gone_at is null)
      and not exists (select from pulse.account a where a.organization_id = i.organization_id and a.github_id = i.author_id and a.is_bot)

-- Commits on default branches that join nothing, per day.
select count(*)::double precision / current_setting('oracle.days')::int as value, count(*) as n
from pulse.commit c
where c.organization_id = current_setting('oracle.organization')::bigint and c.on_default_branch and c.parent_count < 2 and c.authored_at >= current_setting('oracle.from')::timestamptz and c.authored_at < current_setting('oracle.to')::timestamptz
  and exists (select from pulse.repo r where r.organization_id = c.organization_id and r.github_id = c.repo_id and r.gone_at is null)
  and not exists (select from pulse.account a where a.organization_id = c.organization_id and a.github_id = c.author_id and a.is_bot)

-- Pull requests merged in the window by anybody but a bot.
select count(*)::double precision as value, count(*) as n
from pulse.pull_request p join pulse.repo r on r.organization_id = p.organization_id and r.github_id = p.repo_id
where p.organization_id = current_setting('oracle.organization')::bigint and p.state = 'MERGED' and r.gone_at is null and p.merged_at between current_setting('oracle.from')::timestamptz and current_setting('oracle.to')::timestamptz - interval '1 microsecond'
  and coalesce(p.author_id, 0) not in (select a.github_id from pulse.account a where a.organization_id = current_setting('oracle.organization')::bigint and a.is_bot)

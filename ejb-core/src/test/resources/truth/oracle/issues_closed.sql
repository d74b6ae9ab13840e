-- Closing events of issues; a closed issue whose event is not known was closed once.
select count(*)::double precision as value, count(*) as n
from (select i.github_id, e.occurred_at as at from pulse.issue i
      join pulse.timeline_event e on e.organization_id = i.organization_id and e.repo_id = i.repo_id and e.number = i.number and e.kind = 'closed'
      where i.organization_id = current_setting('oracle.organization')::bigint
      and exists (select from pulse.repo r where r.organization_id = i.organization_id and r.github_id = i.repo_id and r.gone_at is null)
      and not exists (select from pulse.account a where a.organization_id = i.organization_id and a.github_id = i.author_id and a.is_bot)
      union
      select i.github_id, i.closed_at from pulse.issue i
      where i.state = 'CLOSED' and i.organization_id = current_setting('oracle.organization')::bigint
      and exists (select from pulse.repo r where r.organization_id = i.organization_id and r.github_id = i.repo_id and r.gone_at is null)
      and not exists (select from pulse.account a where a.organization_id = i.organization_id and a.github_id = i.author_id and a.is_bot)) c
where c.at >= current_setting('oracle.from')::timestamptz and c.at < current_setting('oracle.to')::timestamptz

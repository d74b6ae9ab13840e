-- Humans who reviewed others, of those who did anything.
select count(distinct d.author_id) filter (where d.reviews)::double precision / nullif(count(distinct d.author_id), 0) as value, count(distinct d.author_id) as n
from (select c.organization_id, c.repo_id, c.author_id, c.authored_at as at, false as reviews from pulse.commit c where c.on_default_branch
      union all select p.organization_id, p.repo_id, p.author_id, p.created_at, false from pulse.pull_request p
      union all select i.organization_id, i.repo_id, i.author_id, i.created_at, false from pulse.issue i
      union all select m.organization_id, m.repo_id, m.author_id, m.created_at, false from pulse.comment_fact m
      union all select v.organization_id, v.repo_id, v.author_id, v.submitted_at, v.author_id is distinct from p.author_id
                from pulse.review v join pulse.pull_request p on p.organization_id = v.organization_id and p.github_id = v.pull_request_id) d
where d.organization_id = current_setting('oracle.organization')::bigint and d.at >= current_setting('oracle.from')::timestamptz and d.at < current_setting('oracle.to')::timestamptz and d.author_id is not null
  and exists (select from pulse.account a where a.organization_id = d.organization_id and a.github_id = d.author_id and not a.is_bot)
  and exists (select from pulse.repo r where r.organization_id = d.organization_id and r.github_id = d.repo_id and r.gone_at is null)

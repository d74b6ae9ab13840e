-- Share of merged pull requests without a review by another human before the merge.
select avg(case when exists (
        select from pulse.review v
        where v.organization_id = p.organization_id and v.pull_request_id = p.github_id and v.submitted_at <= p.merged_at
          and v.author_id is distinct from p.author_id and v.state in ('APPROVED', 'COMMENTED', 'CHANGES_REQUESTED')
          and not exists (select from pulse.account b where b.organization_id = v.organization_id and b.github_id = v.author_id and b.is_bot))
    then 0.0 else 1.0 end)::double precision as value, count(*) as n
from pulse.pull_request p
where p.organization_id = current_setting('oracle.organization')::bigint and p.state = 'MERGED' and p.merged_at >= current_setting('oracle.from')::timestamptz and p.merged_at < current_setting('oracle.to')::timestamptz
      and exists (select from pulse.repo r where r.organization_id = p.organization_id and r.github_id = p.repo_id and r.gone_at is null)
      and not exists (select from pulse.account a where a.organization_id = p.organization_id and a.github_id = p.author_id and a.is_bot)

create or replace view report.commit_daily with (security_invoker = true) as
select
    c.organization_id,
    c.repo_id as repository_id,
    r.owner_login || '/' || r.name as repo,
    (c.authored_at at time zone o.time_zone)::date as day,
    coalesce(a.login, c.author_name) as author,
    coalesce(a.is_bot, false) as author_is_bot,
    count(*) as commits,
    count(*) filter (where c.parent_count > 1) as merge_commits
from pulse.commit c
join pulse.repo r on r.organization_id = c.organization_id and r.github_id = c.repo_id and r.gone_at is null
left join pulse.account a on a.organization_id = c.organization_id and a.github_id = c.author_id
left join pulse.organization o on o.id = c.organization_id
where c.on_default_branch
group by c.organization_id, c.repo_id, r.owner_login, r.name, 4, 5, 6;

comment on view report.commit_daily is 'Commits on default branches by author and day of the organization''s zone.';
comment on column report.commit_daily.day is 'When they were written.';
comment on column report.commit_daily.author is 'Login, else the name in the commit; null when it has none.';
comment on column report.commit_daily.merge_commits is 'Those of the commits that have more than one parent.';

create or replace view report.issue_label with (security_invoker = true) as
select
    i.organization_id,
    i.repository_id,
    i.repo,
    i.issue_id,
    i.number,
    l.label,
    d.color,
    i.author_is_bot,
    i.state,
    i.created_at,
    i.closed_at,
    i.created_day,
    i.closed_day
from report.issue i
cross join lateral unnest(i.labels) l (label)
left join pulse.label d on d.organization_id = i.organization_id and d.repo_id = i.repository_id and d.name = l.label;

comment on view report.issue_label is 'One row per issue and label.';
comment on column report.issue_label.color is 'Six hexadecimal digits; null when the label is not known any more.';
grant select on report.commit_daily, report.issue_label to pulse_reader, pulse_writer;

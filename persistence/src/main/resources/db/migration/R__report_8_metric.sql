create or replace view report.issue_change with (security_invoker = true) as
select
    i.organization_id, i.repository_id, i.repo, i.issue_id, i.number, i.title, i.author, i.author_is_bot, i.url,
    e.kind, e.happened_at
from report.issue i
cross join lateral (
    select v.kind, v.occurred_at as happened_at
    from pulse.timeline_event v
    where v.organization_id = i.organization_id and v.repo_id = i.repository_id and v.number = i.number
      and v.kind in ('closed', 'reopened')
    union
    select 'closed', i.closed_at where i.state = 'CLOSED' and i.closed_at is not null) e;

comment on view report.issue_change is 'One row for each time an issue was closed or reopened.';
comment on column report.issue_change.kind is 'closed or reopened.';

create or replace view report.issue_period with (security_invoker = true) as
select
    i.organization_id, i.repository_id, i.repo, i.issue_id, i.number, i.title, i.author, i.author_is_bot, i.url,
    p.happened_at, p.ended_at, p.open_seconds_before
from report.issue i
cross join lateral (
    select o.happened_at, o.ended_at,
        coalesce(sum(extract(epoch from o.ended_at - o.happened_at)) over (
            order by o.happened_at, o.turn rows between unbounded preceding and 1 preceding), 0) as open_seconds_before
    from (
        select c.happened_at, c.opening, c.turn, lead(c.happened_at) over (order by c.happened_at, c.turn) as ended_at
        from (
            select m.happened_at, m.opening, m.turn,
                lag(m.opening) over (order by m.happened_at, m.turn) as before
            from (
                select i.created_at as happened_at, true as opening, 0 as turn
                union all
                select v.occurred_at, v.kind = 'reopened', case when (v.kind = 'reopened') = (i.state = 'OPEN') then 2 else 1 end
                from pulse.timeline_event v
                where v.organization_id = i.organization_id and v.repo_id = i.repository_id and v.number = i.number
                  and v.kind in ('closed', 'reopened')
                union
                select i.closed_at, false, 2 where i.state = 'CLOSED' and i.closed_at is not null) m) c
        where c.opening is distinct from c.before) o
    where o.opening) p;

comment on view report.issue_period is 'One row for each time an issue was open without a break.';
comment on column report.issue_period.happened_at is 'Creation or reopening.';
comment on column report.issue_period.ended_at is 'Closing; null while it is open.';
comment on column report.issue_period.open_seconds_before is 'Seconds it had been open in earlier periods.';

create or replace view report.pull_period with (security_invoker = true) as
select
    p.organization_id, p.repository_id, p.repo, p.pull_request_id, p.number, p.title, p.author, p.author_is_bot, p.url,
    p.created_at as happened_at, p.closed_at as ended_at
from report.pull_request p;

comment on view report.pull_period is 'When a pull request stood open.';
comment on column report.pull_period.ended_at is 'The last closing or the merge; null while it is open.';

create or replace view report.commit with (security_invoker = true) as
select
    c.organization_id,
    c.repo_id as repository_id,
    r.owner_login || '/' || r.name as repo,
    c.sha,
    ('x' || substr(c.sha, 1, 15))::bit(60)::bigint as commit_number,
    coalesce(a.login, c.author_name) as author,
    coalesce(a.is_bot, false) as author_is_bot,
    c.authored_at,
    c.committed_at,
    r.url || '/commit/' || c.sha as url
from pulse.commit c
join pulse.repo r on r.organization_id = c.organization_id and r.github_id = c.repo_id and r.gone_at is null
left join pulse.account a on a.organization_id = c.organization_id and a.github_id = c.author_id
where c.on_default_branch and c.parent_count < 2;

comment on view report.commit is 'One row per commit on a default branch that is no merge.';
comment on column report.commit.commit_number is 'The beginning of the hash as a number, to page by.';
comment on column report.commit.author is 'Login, else the name in the commit; null when it has none.';

grant select on report.issue_change, report.issue_period, report.pull_period, report.commit to pulse_reader, pulse_writer;

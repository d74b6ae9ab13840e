create or replace view report.review with (security_invoker = true) as
select
    v.organization_id,
    v.repo_id as repository_id,
    r.owner_login || '/' || r.name as repo,
    v.github_id as review_id,
    v.pull_request_id,
    p.number,
    a.login as reviewer,
    coalesce(a.is_bot, false) as reviewer_is_bot,
    coalesce(v.author_id = p.author_id, false) as by_author,
    v.state,
    v.submitted_at,
    (v.submitted_at at time zone o.time_zone)::date as submitted_day,
    v.comment_count
from pulse.review v
join pulse.repo r on r.organization_id = v.organization_id and r.github_id = v.repo_id and r.gone_at is null
join pulse.pull_request p on p.organization_id = v.organization_id and p.github_id = v.pull_request_id
left join pulse.account a on a.organization_id = v.organization_id and a.github_id = v.author_id
left join pulse.organization o on o.id = v.organization_id;

comment on view report.review is 'One row per submitted review, authors'' remarks on their own work included.';
comment on column report.review.reviewer is 'Null when GitHub no longer knows the account.';
comment on column report.review.by_author is 'The author of the pull request; no metric counts these as reviews.';
comment on column report.review.state is 'APPROVED, CHANGES_REQUESTED, COMMENTED or DISMISSED.';
comment on column report.review.submitted_day is 'Day of the organization''s zone.';

create or replace view report.issue_flow with (security_invoker = true) as
select i.organization_id, i.repository_id, i.repo, i.issue_id, i.author_is_bot, e.happened, e.day
from report.issue i
cross join lateral (values
    ('opened', i.created_day),
    ('closed', case when i.state = 'CLOSED' then i.closed_day end)) e (happened, day)
where e.day is not null;

comment on view report.issue_flow is 'One row when an issue was opened and one when it was closed, so that both can be counted by day.';
comment on column report.issue_flow.happened is 'opened, or closed: the last closing of an issue that is closed.';
comment on column report.issue_flow.day is 'Day of the organization''s zone.';

create or replace view report.pull_request_flow with (security_invoker = true) as
select p.organization_id, p.repository_id, p.repo, p.pull_request_id, p.author_is_bot, e.happened, e.day
from report.pull_request p
cross join lateral (values
    ('opened', p.created_day),
    ('merged', p.merged_day),
    ('closed', case when p.state = 'CLOSED' then p.closed_day end)) e (happened, day)
where e.day is not null;

comment on view report.pull_request_flow is 'One row when a pull request was opened, and one when it was merged or closed.';
comment on column report.pull_request_flow.happened is 'opened, merged, or closed: without merge.';
comment on column report.pull_request_flow.day is 'Day of the organization''s zone.';

create or replace view report.contribution with (security_invoker = true) as
select
    c.organization_id,
    c.repo_id as repository_id,
    r.owner_login || '/' || r.name as repo,
    c.kind,
    (c.at at time zone o.time_zone)::date as day,
    a.login as person,
    coalesce(a.is_bot, false) as person_is_bot,
    c.at as happened_at,
    c.item_id,
    c.item_number,
    c.reviews_others,
    r.url
from (
    select organization_id, repo_id, 'commit' as kind, authored_at as at, author_id,
        ('x' || substr(sha, 1, 15))::bit(60)::bigint as item_id, null::integer as item_number, false as reviews_others
    from pulse.commit where on_default_branch
    union all
    select organization_id, repo_id, 'pull request', created_at, author_id, github_id, number, false from pulse.pull_request
    union all
    select v.organization_id, v.repo_id, 'review', v.submitted_at, v.author_id, v.github_id, p.number,
        v.author_id is distinct from p.author_id
    from pulse.review v
    join pulse.pull_request p on p.organization_id = v.organization_id and p.github_id = v.pull_request_id
    union all
    select organization_id, repo_id, 'issue', created_at, author_id, github_id, number, false from pulse.issue
    union all
    select organization_id, repo_id, 'comment', created_at, author_id, github_id, number, false from pulse.comment_fact) c
join pulse.repo r on r.organization_id = c.organization_id and r.github_id = c.repo_id and r.gone_at is null
left join pulse.account a on a.organization_id = c.organization_id and a.github_id = c.author_id
left join pulse.organization o on o.id = c.organization_id;

comment on view report.contribution is 'One row per commit on the default branch, pull request, review, issue and comment.';
comment on column report.contribution.kind is 'commit, pull request, review, issue or comment.';
comment on column report.contribution.day is 'Day of the organization''s zone: authored, opened, submitted.';
comment on column report.contribution.item_id is 'GitHub''s number of the thing; of a commit the beginning of its hash as a number.';
comment on column report.contribution.reviews_others is 'A review of somebody else''s pull request.';
comment on column report.contribution.person is 'Null when no GitHub account is known; a name in a commit alone is no account.';
grant select on report.review, report.issue_flow, report.pull_request_flow, report.contribution to pulse_reader, pulse_writer;

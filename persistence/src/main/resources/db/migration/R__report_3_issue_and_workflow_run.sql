create or replace view report.issue with (security_invoker = true) as
select
    i.organization_id,
    i.repo_id as repository_id,
    i.github_id as issue_id,
    r.owner_login || '/' || r.name as repo,
    i.number,
    i.title,
    a.login as author,
    coalesce(a.is_bot, false) as author_is_bot,
    i.state,
    i.state_reason,
    i.created_at,
    i.first_response_at,
    i.closed_at,
    case when i.state = 'CLOSED' and i.closed_at >= i.created_at
        then floor(extract(epoch from i.closed_at - i.created_at))::bigint end as lead_seconds,
    i.labels,
    m.title as milestone,
    i.updated_at,
    i.url,
    (i.created_at at time zone o.time_zone)::date as created_day,
    (i.closed_at at time zone o.time_zone)::date as closed_day
from pulse.issue i
join pulse.repo r on r.organization_id = i.organization_id and r.github_id = i.repo_id and r.gone_at is null
left join pulse.organization o on o.id = i.organization_id
left join pulse.account a on a.organization_id = i.organization_id and a.github_id = i.author_id
left join pulse.milestone m
    on m.organization_id = i.organization_id and m.repo_id = i.repo_id and m.number = i.milestone_number;

comment on view report.issue is 'One row per issue; pull requests are not issues here.';
comment on column report.issue.author is 'Null when GitHub no longer knows the account.';
comment on column report.issue.state is 'OPEN or CLOSED.';
comment on column report.issue.first_response_at is 'First comment of a human who is not the author; null when nobody answered.';
comment on column report.issue.lead_seconds is 'Seconds from creation to the last closing; null while open.';
comment on column report.issue.created_day is 'Days are those of the organization''s zone.';

create or replace view report.workflow_run with (security_invoker = true) as
select
    w.organization_id,
    w.repo_id as repository_id,
    w.github_id as run_id,
    r.owner_login || '/' || r.name as repo,
    w.workflow_name as workflow,
    w.run_number,
    w.attempt,
    w.branch,
    w.branch is not distinct from r.default_branch as on_default_branch,
    w.event,
    w.status,
    w.conclusion,
    w.head_sha,
    w.created_at,
    w.run_started_at,
    w.completed_at,
    w.duration_seconds,
    w.queue_seconds,
    case when w.conclusion = 'success' then true
         when w.conclusion in ('failure', 'timed_out', 'startup_failure') then false end as succeeded,
    w.updated_at,
    w.url,
    (w.completed_at at time zone o.time_zone)::date as completed_day,
    to_char(w.run_started_at at time zone o.time_zone, 'ID Dy') as started_weekday,
    to_char(w.run_started_at at time zone o.time_zone, 'HH24') as started_hour
from pulse.workflow_run w
join pulse.repo r on r.organization_id = w.organization_id and r.github_id = w.repo_id and r.gone_at is null
left join pulse.organization o on o.id = w.organization_id;

comment on view report.workflow_run is 'The latest attempt of each workflow run; states lower case, as GitHub writes them.';
comment on column report.workflow_run.completed_at is 'Null while it runs.';
comment on column report.workflow_run.duration_seconds is 'Seconds from the start of this attempt to its completion.';
comment on column report.workflow_run.queue_seconds is 'Seconds from the start of this attempt to its first job; null when jobs are unknown.';
comment on column report.workflow_run.succeeded is
    'Success true; failure, timed_out and startup_failure false; null for every other conclusion, which no rate counts.';
comment on column report.workflow_run.completed_day is 'Day, weekday and hour are those of the organization''s zone.';
comment on column report.workflow_run.started_weekday is '1 Mon to 7 Sun: sorts as the week goes.';
comment on column report.workflow_run.started_hour is '00 to 23.';
grant select on report.issue, report.workflow_run to pulse_reader, pulse_writer;

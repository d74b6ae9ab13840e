create or replace view report.repo_day with (security_invoker = true) as
select
    d.organization_id,
    d.repo_id as repository_id,
    r.owner_login || '/' || r.name as repo,
    d.day,
    d.issues_created,
    d.issues_closed,
    d.pulls_created,
    d.pulls_merged,
    d.pulls_closed,
    d.reviews,
    d.runs_completed,
    d.runs_succeeded,
    d.runs_failed
from pulse.repo_day d
join pulse.repo r on r.organization_id = d.organization_id and r.github_id = d.repo_id and r.gone_at is null;

comment on view report.repo_day is 'Counters per repository and day of the organization''s zone; bots included.';
comment on column report.repo_day.pulls_closed is 'Closed without merge.';
comment on column report.repo_day.runs_completed is 'All completed runs, whatever their conclusion.';
comment on column report.repo_day.runs_failed is 'Conclusion failure, timed_out or startup_failure.';

create or replace view report.sync_state with (security_invoker = true) as
select
    c.organization_id,
    c.repo_id as repository_id,
    r.owner_login || '/' || r.name as repo,
    c.kind,
    c.item_count,
    c.item_total,
    c.request_count,
    c.watermark,
    c.first_load_done_at,
    c.succeeded_at,
    c.failed_at,
    c.failure,
    c.pass_started_at is not null as running,
    c.failed_at is not null and c.failed_at > coalesce(c.succeeded_at, '-infinity') as failing
from pulse.sync_cursor c
join pulse.repo r on r.organization_id = c.organization_id and r.github_id = c.repo_id and r.gone_at is null;

comment on view report.sync_state is 'How far each kind of thing of each repository is synchronised.';
comment on column report.sync_state.watermark is 'Everything changed on GitHub before this moment is stored; null before the first pass ended.';
comment on column report.sync_state.item_total is 'What GitHub said there is when the pass began; null when it did not say.';
comment on column report.sync_state.failing is 'The last attempt failed.';
grant select on report.repo_day, report.sync_state to pulse_reader, pulse_writer;

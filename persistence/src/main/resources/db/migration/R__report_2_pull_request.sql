create or replace view report.pull_request with (security_invoker = true) as
select
    p.organization_id,
    p.repo_id as repository_id,
    p.github_id as pull_request_id,
    r.owner_login || '/' || r.name as repo,
    p.number,
    p.title,
    a.login as author,
    coalesce(a.is_bot, false) as author_is_bot,
    p.state,
    p.draft,
    p.created_at,
    f.ready_at,
    f.first_commit_at,
    f.first_response_at,
    f.first_review_at,
    f.first_approval_at,
    p.merged_at,
    p.closed_at,
    f.deployed_at,
    f.coding_seconds,
    f.pickup_seconds,
    f.review_seconds,
    f.deploy_seconds,
    f.cycle_seconds,
    f.time_to_merge_seconds,
    f.open_to_merge_seconds,
    f.unreviewed_seconds,
    f.redraft_seconds,
    f.cycle_to_merge_seconds,
    p.additions,
    p.deletions,
    p.changed_files,
    f.review_count,
    f.comment_count,
    f.rewritten,
    p.labels,
    p.base_ref,
    p.head_ref,
    p.updated_at,
    p.url,
    (p.created_at at time zone o.time_zone)::date as created_day,
    (p.merged_at at time zone o.time_zone)::date as merged_day,
    (p.closed_at at time zone o.time_zone)::date as closed_day
from pulse.pull_request p
join pulse.repo r on r.organization_id = p.organization_id and r.github_id = p.repo_id and r.gone_at is null
left join pulse.organization o on o.id = p.organization_id
left join pulse.account a on a.organization_id = p.organization_id and a.github_id = p.author_id
left join pulse.pull_request_fact f on f.organization_id = p.organization_id and f.pull_request_id = p.github_id;

comment on view report.pull_request is 'One row per pull request with its moments and durations; definitions in docs/metrics.md.';
comment on column report.pull_request.author is 'Null when GitHub no longer knows the account.';
comment on column report.pull_request.author_is_bot is 'False for an unknown author.';
comment on column report.pull_request.state is 'OPEN, MERGED or CLOSED (without merge).';
comment on column report.pull_request.ready_at is 'Creation, or the first ready_for_review if born a draft; null while still a draft.';
comment on column report.pull_request.first_response_at is 'First answer of a human other than the author, not later than merge or close.';
comment on column report.pull_request.coding_seconds is 'Seconds from the first commit to ready_at; null when unknown.';
comment on column report.pull_request.pickup_seconds is 'Seconds from ready_at to the first response; null without one.';
comment on column report.pull_request.review_seconds is 'Seconds from the first response to the merge; null without a response or merge.';
comment on column report.pull_request.deploy_seconds is 'Seconds from the merge to its first production deployment; null until then.';
comment on column report.pull_request.cycle_seconds is 'Seconds from the first commit to the deployment, drafts taken out; null until deployed.';
comment on column report.pull_request.cycle_to_merge_seconds is 'Seconds from the first commit to the merge, drafts taken out; null until merged.';
comment on column report.pull_request.time_to_merge_seconds is 'Seconds from ready_at to the merge.';
comment on column report.pull_request.open_to_merge_seconds is 'Seconds from creation to the merge.';
comment on column report.pull_request.unreviewed_seconds is 'Seconds from ready_at to the merge of a pull request nobody else answered.';
comment on column report.pull_request.redraft_seconds is 'Seconds turned back to draft after ready_at; taken out of pickup and review.';
comment on column report.pull_request.created_day is 'Days are those of the organization''s zone.';
grant select on report.pull_request to pulse_reader, pulse_writer;

-- What GitHub says there is beside what is stored, each time it was asked.
create table pulse.observed_total (
    organization_id bigint      not null,
    repo_id         bigint      not null,
    kind            text        not null,
    stored_count    bigint      not null,
    github_count    bigint      not null,
    checked_at      timestamptz not null,
    constraint observed_total_pkey primary key (organization_id, repo_id, kind),
    constraint observed_total_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade,
    constraint observed_total_kind_check check (kind in ('issues', 'pulls', 'runs', 'milestones', 'deployments', 'releases'))
);
comment on table pulse.observed_total is 'The last comparison with GitHub, by kind; kept whether the numbers agree or not.';
comment on column pulse.observed_total.stored_count is 'Rows of ours at that moment.';
comment on column pulse.observed_total.github_count is 'What GitHub answered at that moment.';
call pulse.protect_by_repo(array['observed_total'], 'repo_id');

alter table pulse.sync_job drop constraint sync_job_kind_check;
alter table pulse.sync_job add constraint sync_job_kind_check
    check (kind in ('account', 'repo', 'issue', 'pull', 'commits', 'deployments', 'totals', 'inventory'));

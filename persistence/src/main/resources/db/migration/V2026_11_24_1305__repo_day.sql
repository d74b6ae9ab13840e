-- Counters per repository and day in the organization's zone, recomputed from the rows whenever a row of that day changed.
create table pulse.repo_day (
    organization_id bigint  not null,
    repo_id         bigint  not null,
    day             date    not null,
    issues_created  integer not null,
    issues_closed   integer not null,
    pulls_created   integer not null,
    pulls_merged    integer not null,
    pulls_closed    integer not null,
    reviews         integer not null,
    runs_completed  integer not null,
    runs_succeeded  integer not null,
    runs_failed     integer not null,
    constraint repo_day_pkey primary key (organization_id, repo_id, day),
    constraint repo_day_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade
);
create index repo_day_repo_day_idx on pulse.repo_day (repo_id, day) include (organization_id);
comment on column pulse.repo_day.pulls_closed is 'Closed without merge.';
comment on column pulse.repo_day.runs_completed is 'All completed runs, whatever their conclusion.';
comment on column pulse.repo_day.runs_succeeded is 'Conclusion success.';
comment on column pulse.repo_day.runs_failed is 'Conclusion failure, timed_out or startup_failure.';

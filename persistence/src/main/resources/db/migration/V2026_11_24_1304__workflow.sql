create table pulse.workflow (
    organization_id bigint not null,
    github_id       bigint not null,
    repo_id         bigint not null,
    name            text   not null,
    path            text,
    constraint workflow_pkey primary key (organization_id, github_id),
    constraint workflow_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade
);
create index workflow_repo_idx on pulse.workflow (organization_id, repo_id);

create table pulse.workflow_run (
    organization_id bigint      not null,
    github_id       bigint      not null,
    repo_id         bigint      not null,
    workflow_id     bigint,
    workflow_name   text        not null,
    run_number      integer     not null,
    attempt         integer     not null,
    event           text        not null,
    branch          text,
    head_sha        text        not null,
    status          text        not null,
    conclusion      text,
    url             text        not null,
    created_at      timestamptz not null,
    run_started_at  timestamptz not null,
    updated_at      timestamptz not null,
    completed_at    timestamptz,
    duration_seconds bigint,
    queue_seconds   bigint,
    constraint workflow_run_pkey primary key (organization_id, github_id),
    constraint workflow_run_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade
);
create index workflow_run_repo_completed_idx on pulse.workflow_run (repo_id, completed_at) include (organization_id, conclusion);
create index workflow_run_repo_started_idx on pulse.workflow_run (repo_id, run_started_at) include (organization_id);
comment on table pulse.workflow_run is 'The latest attempt of each run; states as GitHub writes them, lower case.';
comment on column pulse.workflow_run.completed_at is 'Completion of the last job, else updated_at of a completed run; null while it runs.';
comment on column pulse.workflow_run.duration_seconds is 'completed_at - run_started_at of this attempt.';

create table pulse.job (
    organization_id bigint      not null,
    github_id       bigint      not null,
    repo_id         bigint      not null,
    run_id          bigint      not null,
    attempt         integer     not null,
    name            text        not null,
    status          text        not null,
    conclusion      text,
    started_at      timestamptz,
    completed_at    timestamptz,
    constraint job_pkey primary key (organization_id, github_id),
    constraint job_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade
);
create index job_run_idx on pulse.job (organization_id, run_id);
create index job_repo_idx on pulse.job (organization_id, repo_id);
comment on column pulse.job.run_id is 'No foreign key: a job''s webhook may come before its run''s.';

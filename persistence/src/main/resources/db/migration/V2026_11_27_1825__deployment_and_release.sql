-- What was brought where, and what was published.
create table pulse.deployment (
    organization_id bigint      not null,
    github_id       bigint      not null,
    repo_id         bigint      not null,
    environment     text        not null,
    sha             text        not null,
    ref             text,
    creator_id      bigint,
    state           text        not null,
    created_at      timestamptz not null,
    finished_at     timestamptz,
    updated_at      timestamptz not null,
    constraint deployment_pkey primary key (organization_id, github_id),
    constraint deployment_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade,
    constraint deployment_state_check
        check (state in ('queued', 'pending', 'waiting', 'in_progress', 'success', 'failure', 'error', 'inactive')),
    constraint deployment_finished_check check ((finished_at is not null) = (state in ('success', 'failure', 'error')))
);
create index deployment_repo_finished_idx on pulse.deployment (repo_id, finished_at) include (organization_id, environment, state);
comment on table pulse.deployment is 'Deployments as GitHub knows them, whoever made them.';
comment on column pulse.deployment.sha is 'The commit that was deployed.';
comment on column pulse.deployment.ref is 'The branch or tag it was asked for, as long as GitHub told it; null for a bare commit.';
comment on column pulse.deployment.creator_id is 'Null when GitHub no longer knows the account.';
comment on column pulse.deployment.state is 'How it ended, or how far it is: the last of its statuses but inactive, which only says that another one followed.';
comment on column pulse.deployment.finished_at is 'When it succeeded or failed; null while it runs.';

create table pulse.release (
    organization_id bigint      not null,
    github_id       bigint      not null,
    repo_id         bigint      not null,
    tag             text        not null,
    name            text,
    target_sha      text,
    draft           boolean     not null,
    prerelease      boolean     not null,
    created_at      timestamptz not null,
    published_at    timestamptz,
    constraint release_pkey primary key (organization_id, github_id),
    constraint release_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade
);
create index release_repo_published_idx on pulse.release (repo_id, published_at) include (organization_id);
comment on table pulse.release is 'Releases; drafts only where GitHub shows them to the token.';
comment on column pulse.release.target_sha is 'The commit the tag marks; null while there is no tag.';
comment on column pulse.release.published_at is 'Null while it is a draft.';

call pulse.protect_by_repo(array['deployment', 'release'], 'repo_id');

alter table pulse.sync_cursor drop constraint sync_cursor_kind_check;
alter table pulse.sync_cursor add constraint sync_cursor_kind_check
    check (kind in ('issues', 'pulls', 'runs', 'milestones', 'commits', 'deployments', 'releases'));
alter table pulse.sync_job drop constraint sync_job_kind_check;
alter table pulse.sync_job add constraint sync_job_kind_check
    check (kind in ('account', 'repo', 'issue', 'pull', 'commits', 'deployments'));

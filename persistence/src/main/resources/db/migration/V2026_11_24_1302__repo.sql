create table pulse.repo (
    organization_id bigint      not null,
    github_id       bigint      not null,
    owner_login     text        not null,
    name            text        not null,
    description     text,
    private         boolean     not null,
    archived        boolean     not null,
    fork            boolean     not null,
    default_branch  text,
    language        text,
    star_count      integer     not null,
    fork_count      integer     not null,
    url             text        not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    pushed_at       timestamptz,
    gone_at         timestamptz,
    constraint repo_pkey primary key (organization_id, github_id),
    constraint repo_organization_fkey foreign key (organization_id) references pulse.organization (id) on delete cascade
);
create index repo_full_name_idx on pulse.repo (organization_id, lower(owner_login), lower(name));
create index repo_github_id_idx on pulse.repo (github_id);
comment on column pulse.repo.gone_at is 'When GitHub stopped showing the repository to us; its rows are kept and left out of reports.';

-- Which person may see which repository, as GitHub grants it.
create table pulse.repo_access (
    organization_id bigint      not null,
    repo_id         bigint      not null,
    person_id       bigint      not null,
    permission      text        not null,
    checked_at      timestamptz not null,
    constraint repo_access_pkey primary key (person_id, repo_id, organization_id),
    constraint repo_access_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade,
    constraint repo_access_person_fkey foreign key (person_id) references pulse.person (id) on delete cascade,
    constraint repo_access_permission_check check (permission in ('read', 'triage', 'write', 'maintain', 'admin'))
);
create index repo_access_repo_idx on pulse.repo_access (organization_id, repo_id);

create table pulse.label (
    organization_id bigint not null,
    repo_id         bigint not null,
    name            text   not null,
    color           text   not null,
    constraint label_pkey primary key (organization_id, repo_id, name),
    constraint label_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade
);
comment on table pulse.label is 'Keyed by name: GraphQL gives a label no number.';

create table pulse.milestone (
    organization_id bigint      not null,
    repo_id         bigint      not null,
    number          integer     not null,
    title           text        not null,
    state           text        not null,
    due_at          timestamptz,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    closed_at       timestamptz,
    url             text        not null,
    constraint milestone_pkey primary key (organization_id, repo_id, number),
    constraint milestone_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade,
    constraint milestone_state_check check (state in ('OPEN', 'CLOSED'))
);

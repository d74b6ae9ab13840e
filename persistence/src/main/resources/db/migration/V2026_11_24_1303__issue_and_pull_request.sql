create table pulse.issue (
    organization_id   bigint      not null,
    github_id         bigint      not null,
    repo_id           bigint      not null,
    number            integer     not null,
    title             text        not null,
    author_id         bigint,
    state             text        not null,
    state_reason      text,
    milestone_number  integer,
    labels            text[]      not null,
    url               text        not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    closed_at         timestamptz,
    first_response_at timestamptz,
    constraint issue_pkey primary key (organization_id, github_id),
    constraint issue_repo_number_key unique (organization_id, repo_id, number),
    constraint issue_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade,
    constraint issue_state_check check (state in ('OPEN', 'CLOSED'))
);
create index issue_repo_created_idx on pulse.issue (repo_id, created_at) include (organization_id);
create index issue_repo_closed_idx on pulse.issue (repo_id, closed_at) include (organization_id, created_at);
comment on column pulse.issue.author_id is 'Null when GitHub no longer knows the account.';
comment on column pulse.issue.labels is 'Label names, sorted; replaced as a whole by every newer version.';
comment on column pulse.issue.first_response_at is 'First comment of a human who is not the author; null when nobody answered.';

create table pulse.pull_request (
    organization_id  bigint      not null,
    github_id        bigint      not null,
    repo_id          bigint      not null,
    number           integer     not null,
    title            text        not null,
    author_id        bigint,
    state            text        not null,
    draft            boolean     not null,
    milestone_number integer,
    labels           text[]      not null,
    base_ref         text        not null,
    head_ref         text        not null,
    head_sha         text        not null,
    merge_commit_sha text,
    merged_by_id     bigint,
    additions        integer     not null,
    deletions        integer     not null,
    changed_files    integer     not null,
    url              text        not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    closed_at        timestamptz,
    merged_at        timestamptz,
    constraint pull_request_pkey primary key (organization_id, github_id),
    constraint pull_request_repo_number_key unique (organization_id, repo_id, number),
    constraint pull_request_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade,
    constraint pull_request_state_check check (state in ('OPEN', 'MERGED', 'CLOSED')),
    constraint pull_request_merged_has_time_check check (state <> 'MERGED' or merged_at is not null)
);
create index pull_request_repo_created_idx on pulse.pull_request (repo_id, created_at) include (organization_id);
create index pull_request_repo_closed_idx on pulse.pull_request (repo_id, closed_at) include (organization_id);
create index pull_request_repo_merged_idx on pulse.pull_request (repo_id, merged_at) include (organization_id);

-- What core.metrics computed from the events of one pull request. Can be dropped and rebuilt with the same rows.
create table pulse.pull_request_fact (
    organization_id       bigint not null,
    pull_request_id       bigint not null,
    repo_id               bigint not null,
    ready_at              timestamptz,
    first_commit_at       timestamptz,
    first_response_at     timestamptz,
    first_review_at       timestamptz,
    first_approval_at     timestamptz,
    deployed_at           timestamptz,
    coding_seconds        bigint,
    pickup_seconds        bigint,
    review_seconds        bigint,
    unreviewed_seconds    bigint,
    redraft_seconds       bigint,
    deploy_seconds        bigint,
    cycle_seconds         bigint,
    cycle_to_merge_seconds bigint,
    time_to_merge_seconds bigint,
    open_to_merge_seconds bigint,
    review_count          integer not null,
    comment_count         integer not null,
    rewritten             boolean not null,
    constraint pull_request_fact_pkey primary key (organization_id, pull_request_id),
    constraint pull_request_fact_pull_request_fkey foreign key (organization_id, pull_request_id)
        references pulse.pull_request (organization_id, github_id) on delete cascade
);
create index pull_request_fact_repo_idx on pulse.pull_request_fact (repo_id) include (organization_id);
comment on column pulse.pull_request_fact.ready_at is 'Creation, or the first ready_for_review if born a draft; null while still a draft.';
comment on column pulse.pull_request_fact.review_count is 'Submitted reviews by humans other than the author.';
comment on column pulse.pull_request_fact.comment_count is 'Comments and review comments by humans other than the author.';
comment on column pulse.pull_request_fact.rewritten is 'The first commit is younger than ready_at, so coding time counts as zero.';

create table pulse.review (
    organization_id bigint      not null,
    github_id       bigint      not null,
    repo_id         bigint      not null,
    pull_request_id bigint      not null,
    author_id       bigint,
    state           text        not null,
    submitted_at    timestamptz not null,
    comment_count   integer     not null,
    constraint review_pkey primary key (organization_id, github_id),
    constraint review_pull_request_fkey foreign key (organization_id, pull_request_id)
        references pulse.pull_request (organization_id, github_id) on delete cascade,
    constraint review_state_check check (state in ('APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED'))
);
create index review_pull_request_idx on pulse.review (organization_id, pull_request_id);
create index review_repo_submitted_idx on pulse.review (repo_id, submitted_at) include (organization_id);
comment on column pulse.review.comment_count is 'Comments on lines that belong to this review.';

-- Who commented when on an issue or a pull request; the text is not kept.
create table pulse.comment_fact (
    organization_id bigint      not null,
    github_id       bigint      not null,
    repo_id         bigint      not null,
    number          integer     not null,
    author_id       bigint,
    created_at      timestamptz not null,
    constraint comment_fact_pkey primary key (organization_id, github_id),
    constraint comment_fact_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade
);
create index comment_fact_repo_number_idx on pulse.comment_fact (organization_id, repo_id, number);
comment on column pulse.comment_fact.number is 'Number of the issue or pull request; both count in one sequence per repository.';

-- What happened to an issue or pull request beside comments and reviews.
create table pulse.timeline_event (
    organization_id bigint      not null,
    repo_id         bigint      not null,
    number          integer     not null,
    kind            text        not null,
    occurred_at     timestamptz not null,
    actor_id        bigint,
    before_commit_at timestamptz,
    constraint timeline_event_pkey primary key (organization_id, repo_id, number, kind, occurred_at),
    constraint timeline_event_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade,
    constraint timeline_event_kind_check
        check (kind in ('closed', 'reopened', 'merged', 'ready_for_review', 'convert_to_draft', 'head_ref_force_pushed'))
);
comment on column pulse.timeline_event.before_commit_at is 'Author date of the commit a force push replaced; null for every other kind.';

create table pulse.commit (
    organization_id   bigint      not null,
    repo_id           bigint      not null,
    sha               text        not null,
    author_id         bigint,
    author_name       text,
    authored_at       timestamptz not null,
    committed_at      timestamptz not null,
    parent_count      integer     not null,
    headline          text        not null,
    on_default_branch boolean     not null default false,
    constraint commit_pkey primary key (organization_id, repo_id, sha),
    constraint commit_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade
);
create index commit_repo_authored_idx on pulse.commit (repo_id, authored_at) include (organization_id);
comment on column pulse.commit.author_id is 'Null when the author''s address belongs to no GitHub account; author_name still tells.';

create table pulse.pull_request_commit (
    organization_id bigint not null,
    pull_request_id bigint not null,
    repo_id         bigint not null,
    sha             text   not null,
    constraint pull_request_commit_pkey primary key (organization_id, pull_request_id, sha),
    constraint pull_request_commit_pull_request_fkey foreign key (organization_id, pull_request_id)
        references pulse.pull_request (organization_id, github_id) on delete cascade,
    constraint pull_request_commit_commit_fkey foreign key (organization_id, repo_id, sha)
        references pulse.commit (organization_id, repo_id, sha) on delete cascade
);
create index pull_request_commit_commit_idx on pulse.pull_request_commit (organization_id, repo_id, sha);

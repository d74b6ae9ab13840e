-- How far one kind of thing of one repository is synchronised.
create table pulse.sync_cursor (
    organization_id bigint      not null,
    repo_id         bigint      not null,
    kind            text        not null,
    page_cursor     text,
    pass_started_at timestamptz,
    watermark       timestamptz,
    etag            text,
    first_load_done_at timestamptz,
    succeeded_at    timestamptz,
    item_count      bigint      not null default 0,
    item_total      bigint,
    request_count   bigint      not null default 0,
    failed_at       timestamptz,
    failure         text,
    constraint sync_cursor_pkey primary key (organization_id, repo_id, kind),
    constraint sync_cursor_repo_fkey foreign key (organization_id, repo_id) references pulse.repo (organization_id, github_id) on delete cascade,
    constraint sync_cursor_kind_check check (kind in ('issues', 'pulls', 'runs', 'milestones'))
);
comment on column pulse.sync_cursor.page_cursor is 'Where an unfinished pass goes on; null between passes.';
comment on column pulse.sync_cursor.pass_started_at is 'GitHub''s clock when the unfinished pass began; becomes the watermark when all its pages are stored.';
comment on column pulse.sync_cursor.watermark is 'Everything changed on GitHub before this moment is stored.';
comment on column pulse.sync_cursor.item_total is 'What GitHub said there is, when the pass began.';

-- Work to do, claimed with skip locked. A claim that expires is claimed again: work is idempotent.
create table pulse.sync_job (
    id              bigint generated always as identity primary key,
    organization_id bigint      not null,
    kind            text        not null,
    repo_id         bigint      not null default 0,
    number          integer     not null default 0,
    due_at          timestamptz not null,
    attempts        integer     not null default 0,
    claimed_by      text,
    claimed_until   timestamptz,
    failure         text,
    constraint sync_job_subject_key unique (organization_id, kind, repo_id, number),
    constraint sync_job_organization_fkey foreign key (organization_id) references pulse.organization (id) on delete cascade,
    constraint sync_job_kind_check check (kind in ('account', 'repo', 'issue', 'pull'))
);
create index sync_job_due_idx on pulse.sync_job (due_at);
create index sync_job_claimed_idx on pulse.sync_job (claimed_until) where claimed_until is not null;
comment on column pulse.sync_job.due_at is 'Infinity while a worker holds the job, unless it was asked for again meanwhile.';
comment on column pulse.sync_job.attempts is 'Claims since the last success; with claimed_by it tells a worker whether its claim still holds.';
comment on column pulse.sync_job.repo_id is 'Zero for jobs of the whole organization.';
comment on column pulse.sync_job.number is 'Zero unless one issue or pull request is to be fetched again.';

-- One row per webhook GitHub sent us, exactly as it came; not tenant-owned: one delivery may concern two tenants.
create table pulse.webhook_delivery (
    id            bigint generated always as identity primary key,
    delivery_id   uuid        not null,
    event         text        not null,
    repo_id       bigint      not null default 0,
    payload       bytea,
    received_at   timestamptz not null default now(),
    attempts      integer     not null default 0,
    due_at        timestamptz not null default now(),
    claimed_by    text,
    claimed_until timestamptz,
    outcome       text,
    done_at       timestamptz,
    failure       text,
    constraint webhook_delivery_delivery_id_key unique (delivery_id),
    constraint webhook_delivery_outcome_check check (outcome in ('applied', 'superseded', 'ignored', 'parked'))
);
create index webhook_delivery_waiting_idx on pulse.webhook_delivery (repo_id, id) where outcome is null;
comment on column pulse.webhook_delivery.delivery_id is 'GitHub header X-GitHub-Delivery; a redelivery repeats it.';
comment on column pulse.webhook_delivery.repo_id is 'Zero for a delivery that names no repository.';
comment on column pulse.webhook_delivery.outcome is 'Null until processed; parked waits for a person.';

-- Who leads: one row per task that only one process may do at a time.
create table pulse.lease (
    name       text primary key,
    holder     text        not null,
    held_until timestamptz not null
);

-- Which cards of which repositories changed; every web replica reads on from the last id it has seen.
create table pulse.change_notice (
    id              bigint generated always as identity primary key,
    organization_id bigint      not null,
    repo_id         bigint      not null,
    kinds           text[]      not null,
    created_at      timestamptz not null default now(),
    constraint change_notice_organization_fkey foreign key (organization_id) references pulse.organization (id) on delete cascade
);
create index change_notice_created_idx on pulse.change_notice (created_at);
create index change_notice_organization_idx on pulse.change_notice (organization_id);

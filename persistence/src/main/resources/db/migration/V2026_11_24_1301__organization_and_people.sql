-- A tenant of Pulse-Hub. It holds one or more GitHub accounts whose repositories are synchronised.
create table pulse.organization (
    id         bigint generated always as identity primary key,
    slug       text        not null,
    name       text        not null,
    time_zone  text        not null default 'UTC',
    created_at timestamptz not null default now(),
    constraint organization_slug_key unique (slug),
    constraint organization_slug_check check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$')
);
comment on column pulse.organization.time_zone is 'IANA zone in which days and weeks are cut.';

-- The GitHub accounts a tenant synchronises.
create table pulse.source_account (
    organization_id bigint      not null,
    login           text        not null,
    github_id       bigint,
    added_at        timestamptz not null default now(),
    constraint source_account_pkey primary key (organization_id, login),
    constraint source_account_organization_fkey foreign key (organization_id) references pulse.organization (id) on delete cascade
);
comment on column pulse.source_account.github_id is 'Null until GitHub was asked for the first time.';

-- A human who signs in. Not tenant-owned: one person may belong to several organizations.
create table pulse.person (
    id                bigint generated always as identity primary key,
    github_id         bigint      not null,
    login             text        not null,
    name              text,
    avatar_url        text,
    created_at        timestamptz not null default now(),
    last_signed_in_at timestamptz,
    constraint person_github_id_key unique (github_id)
);

create table pulse.membership (
    organization_id bigint      not null,
    person_id       bigint      not null,
    role            text        not null,
    created_at      timestamptz not null default now(),
    constraint membership_pkey primary key (organization_id, person_id),
    constraint membership_organization_fkey foreign key (organization_id) references pulse.organization (id) on delete cascade,
    constraint membership_person_fkey foreign key (person_id) references pulse.person (id) on delete cascade,
    constraint membership_role_check check (role in ('owner', 'admin', 'member', 'viewer'))
);
create index membership_person_idx on pulse.membership (person_id);

-- A signed-in browser. The cookie's secret is kept as its SHA-256 only.
create table pulse.session (
    id              bigint generated always as identity primary key,
    person_id       bigint      not null,
    organization_id bigint      not null,
    secret_hash     bytea       not null,
    user_agent      text,
    created_at      timestamptz not null default now(),
    seen_at         timestamptz not null default now(),
    expires_at      timestamptz not null,
    revoked_at      timestamptz,
    constraint session_secret_hash_key unique (secret_hash),
    constraint session_person_fkey foreign key (person_id) references pulse.person (id) on delete cascade,
    constraint session_organization_fkey foreign key (organization_id) references pulse.organization (id) on delete cascade
);
create index session_person_idx on pulse.session (person_id);
create index session_organization_idx on pulse.session (organization_id);
comment on column pulse.session.organization_id is 'The organization the person looks at; changed by the organization switch.';

-- A GitHub login as a tenant has seen it: person, bot, organization or mannequin.
create table pulse.account (
    organization_id bigint      not null,
    github_id       bigint      not null,
    login           text        not null,
    name            text,
    type            text        not null,
    is_bot          boolean     not null,
    avatar_url      text,
    seen_at         timestamptz not null,
    constraint account_pkey primary key (organization_id, github_id),
    constraint account_organization_fkey foreign key (organization_id) references pulse.organization (id) on delete cascade,
    constraint account_type_check check (type in ('User', 'Bot', 'Organization', 'Mannequin', 'EnterpriseUserAccount'))
);
create index account_login_idx on pulse.account (organization_id, lower(login));
comment on column pulse.account.is_bot is 'Type Bot, or a login that ends in [bot].';
comment on column pulse.account.seen_at is 'Moment of the GitHub object that last named the login; an older one never overwrites it.';

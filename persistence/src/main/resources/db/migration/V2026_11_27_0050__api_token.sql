-- A program's key to what a person may see. Only its SHA-256 is kept.
create table pulse.api_token (
    id              bigint generated always as identity primary key,
    organization_id bigint      not null,
    person_id       bigint      not null,
    name            text        not null,
    prefix          text        not null,
    secret_hash     bytea       not null,
    scopes          text[]      not null,
    created_at      timestamptz not null default now(),
    expires_at      timestamptz,
    used_at         timestamptz,
    revoked_at      timestamptz,
    constraint api_token_secret_hash_key unique (secret_hash),
    constraint api_token_organization_fkey foreign key (organization_id) references pulse.organization (id) on delete cascade,
    constraint api_token_person_fkey foreign key (person_id) references pulse.person (id) on delete cascade,
    constraint api_token_name_check check (length(name) between 1 and 100),
    constraint api_token_scopes_check check (scopes <@ array['read', 'write'] and cardinality(scopes) > 0)
);
create index api_token_person_idx on pulse.api_token (person_id);
create index api_token_organization_idx on pulse.api_token (organization_id);
comment on column pulse.api_token.prefix is 'The first letters, by which a person recognises the token.';
comment on column pulse.api_token.scopes is 'read: numbers and rows; write: changes on GitHub in the person''s name.';
comment on column pulse.api_token.used_at is 'Exact to a minute.';

call pulse.protect_for_writer_only(array['api_token']);

-- What a person lets the OAuth app do in their name: kept while they are signed in somewhere or have a live API token.
create table pulse.github_grant (
    person_id    bigint      not null,
    sealed_token text        not null,
    scopes       text[]      not null,
    granted_at   timestamptz not null default now(),
    checked_at   timestamptz,
    check_after  timestamptz not null default now(),
    constraint github_grant_pkey primary key (person_id),
    constraint github_grant_person_fkey foreign key (person_id) references pulse.person (id) on delete cascade
);
create index github_grant_check_after_idx on pulse.github_grant (check_after);
comment on column pulse.github_grant.sealed_token is 'AES-GCM with a key derived from AUTH_SECRET.';
comment on column pulse.github_grant.scopes is 'As GitHub granted them, which may be fewer than were asked for.';
comment on column pulse.github_grant.checked_at is 'When GitHub last said what the person may see; null when that has to be asked before anything is shown.';
comment on column pulse.github_grant.check_after is 'Nobody asks GitHub again before.';

call pulse.protect_for_writer_only(array['github_grant']);

-- Why a session ended, so that its browser can be told.
alter table pulse.session add column ended_because text;
alter table pulse.session add constraint session_ended_because_check
    check (ended_because in ('signed_out', 'everywhere', 'replaced', 'grant_ended', 'disconnected'));

-- What people read: views with the reader's own rights, logins joined, repositories that are gone left out.
create or replace view report.organization with (security_invoker = true) as
select o.id as organization_id, o.slug, o.name, o.time_zone
from pulse.organization o;

comment on view report.organization is 'The tenants the reader belongs to.';
comment on column report.organization.time_zone is 'IANA zone in which days and weeks are cut.';

create or replace view report.repo with (security_invoker = true) as
select
    r.organization_id,
    r.github_id as repository_id,
    r.owner_login || '/' || r.name as repo,
    r.owner_login as owner,
    r.name,
    r.description,
    r.private,
    r.archived,
    r.fork,
    r.default_branch,
    r.language,
    r.star_count as stars,
    r.fork_count as forks,
    r.created_at,
    r.updated_at,
    r.pushed_at,
    r.url,
    (select count(*) from pulse.issue i
     where i.organization_id = r.organization_id and i.repo_id = r.github_id and i.state = 'OPEN') as open_issues,
    (select count(*) from pulse.pull_request p
     where p.organization_id = r.organization_id and p.repo_id = r.github_id and p.state = 'OPEN') as open_pulls
from pulse.repo r
where r.gone_at is null;

comment on view report.repo is 'Repositories GitHub shows to the reader and to us.';
comment on column report.repo.repository_id is 'GitHub''s number: stays the same when the repository is renamed.';
comment on column report.repo.repo is 'owner/name as of now.';
comment on column report.repo.pushed_at is 'Last push to any branch; null for an empty repository.';
comment on column report.repo.open_issues is 'Counted when asked for; pull requests are not issues here.';
grant select on report.organization, report.repo to pulse_reader, pulse_writer;

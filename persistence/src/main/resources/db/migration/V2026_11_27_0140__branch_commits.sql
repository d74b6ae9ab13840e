-- The commits of default branches are synchronised too.
alter table pulse.sync_cursor drop constraint sync_cursor_kind_check;
alter table pulse.sync_cursor add constraint sync_cursor_kind_check
    check (kind in ('issues', 'pulls', 'runs', 'milestones', 'commits'));

-- A push tells that there is something to fetch.
alter table pulse.sync_job drop constraint sync_job_kind_check;
alter table pulse.sync_job add constraint sync_job_kind_check
    check (kind in ('account', 'repo', 'issue', 'pull', 'commits'));

create index commit_default_branch_idx on pulse.commit (repo_id, authored_at) include (organization_id)
    where on_default_branch;

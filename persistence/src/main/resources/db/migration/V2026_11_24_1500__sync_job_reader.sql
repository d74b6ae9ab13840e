-- People may see why work on what they may see failed; who holds it is the workers' business.
grant select (organization_id, kind, repo_id, number, due_at, attempts, failure) on pulse.sync_job to pulse_reader;

create policy sync_job_reader on pulse.sync_job for select to pulse_reader using (
    organization_id = any (array(select pulse.visible_organizations()))
    and (repo_id = 0 or repo_id = any (array(select pulse.visible_repos()))));

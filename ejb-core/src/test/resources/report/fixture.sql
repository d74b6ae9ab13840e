-- Two organizations with a year and a half of generated history that ends at the setting fixture.now. Every value comes
-- from md5 of the row's number, so the same rows appear on every machine. Repository 1001 is tracked by both.
insert into pulse.organization (slug, name, time_zone) values ('acme', 'Acme', 'Europe/Berlin'), ('globex', 'Globex', 'UTC');

insert into pulse.person (github_id, login, name)
values (1, 'ada', 'Ada Lovelace'), (2, 'bob', 'Bob Ross'), (3, 'gil', 'Gil Amelio');

insert into pulse.membership (organization_id, person_id, role)
select o.id, p.id, 'member' from pulse.organization o join pulse.person p on (o.slug = 'acme') = (p.login <> 'gil');

insert into pulse.account (organization_id, github_id, login, name, type, is_bot, seen_at)
select o.id, a.id, a.login, a.login, case when a.bot then 'Bot' else 'User' end, a.bot, current_setting('fixture.now')::timestamptz
from pulse.organization o cross join (values
    (1, 'ada', false), (2, 'bob', false), (3, 'gil', false), (4, 'mira-k', false), (5, 'jonas', false), (6, 'teresa-lo', false),
    (7, 'kwame', false), (8, 'yuki-n', false), (90, 'dependabot[bot]', true), (91, 'renovate[bot]', true)) a (id, login, bot);

insert into pulse.repo (organization_id, github_id, owner_login, name, description, private, archived, fork, default_branch, language,
    star_count, fork_count, url, created_at, updated_at, pushed_at, gone_at)
select o.id, r.id, o.slug, r.name, r.description, r.private, false, false, 'main', r.language, r.stars, r.stars / 7,
    'https://github.com/' || o.slug || '/' || r.name, n.at - interval '900 days', n.at, n.at - interval '2 hours',
    case when r.name = 'legacy' then n.at - interval '30 days' end
from (select current_setting('fixture.now')::timestamptz as at) n, pulse.organization o
join (values
    ('acme', 1001, 'storefront', 'The shop people see', false, 'TypeScript', 214),
    ('acme', 1002, 'checkout-api', 'Carts, payments and receipts', true, 'Java', 12),
    ('acme', 1003, 'inventory', 'What is where, and how many', true, 'Go', 8),
    ('acme', 1004, 'design-system', 'Components and tokens', false, 'TypeScript', 96),
    ('acme', 1005, 'data-pipeline', null, true, 'Python', 5),
    ('acme', 1006, 'mobile-app-for-the-warehouse-handheld-scanners', 'A long name on purpose', true, 'Kotlin', 3),
    ('acme', 1099, 'legacy', 'No longer shown by GitHub', true, 'PHP', 1),
    ('globex', 1001, 'storefront', 'The same repository, another tenant', false, 'TypeScript', 214),
    ('globex', 2001, 'secret-plans', 'Nobody at Acme may see this', true, 'Rust', 2)) r (org, id, name, description, private, language, stars)
    on r.org = o.slug;

insert into pulse.repo_access (organization_id, repo_id, person_id, permission, checked_at)
select r.organization_id, r.github_id, p.id, 'write', current_setting('fixture.now')::timestamptz
from pulse.repo r join pulse.organization o on o.id = r.organization_id
join pulse.person p on p.login = case o.slug when 'acme' then 'ada' else 'gil' end or (p.login = 'bob' and r.github_id = 1002);

-- u1..u4 are uniform in 0..1, z is close to a standard normal.
create temporary table draw on commit drop as
select o.id as organization_id, o.slug, i, d.u1, d.u2, d.u3, d.u4, (d.u1 + d.u2 + d.u3 + d.u4 - 2) * 1.73 as z,
    ('x' || substr(md5(h.hash), 1, 7))::bit(28)::int / 268435455.0 as v,
    case when o.slug = 'globex' then case when i % 2 = 0 then 1001 else 2001 end
         when i % 97 = 0 then 1099 else 1001 + (power(d.u4, 1.4) * 6)::int % 6 end as repo_id
from pulse.organization o cross join generate_series(1, 3200) i
cross join lateral (select md5(o.slug || ':' || i) as hash) h
cross join lateral (select
    ('x' || substr(h.hash, 1, 7))::bit(28)::int / 268435455.0 as u1, ('x' || substr(h.hash, 8, 7))::bit(28)::int / 268435455.0 as u2,
    ('x' || substr(h.hash, 15, 7))::bit(28)::int / 268435455.0 as u3, ('x' || substr(h.hash, 22, 7))::bit(28)::int / 268435455.0 as u4) d;

create temporary table pull on commit drop as
select b.*, s.merged_or_closed_at as ended_at,
    case when s.merged_or_closed_at > b.at or (b.v > 0.985 and b.u3 > 0.4) then 'OPEN' when b.v > 0.9 then 'CLOSED' else 'MERGED' end as state
from (
    select d.*, n.at, n.at - make_interval(secs => d.u1 * 540 * 86400) - case when extract(isodow from n.at - make_interval(secs => d.u1 * 540 * 86400)) > 5
            then interval '2 days' else interval '0' end as created_at,
        (900 * exp(1.6 * d.z + 1.5))::bigint as coding, (5400 * exp(1.3 * (d.u2 - 0.5) * 3))::bigint as pickup,
        (21600 * exp(1.2 * (d.u3 - 0.5) * 3))::bigint as review, d.u2 < 0.14 as unreviewed, d.v > 0.4 and d.v < 0.47 as was_draft,
        case when d.u3 < 0.13 then 90 + d.i % 2 when d.u3 > 0.995 then null else 1 + d.i % 8 end as author_id
    from draw d, (select current_setting('fixture.now')::timestamptz as at) n
    where d.i <= case d.slug when 'acme' then 1500 else 160 end) b
cross join lateral (select b.created_at + make_interval(secs => case when b.was_draft then 7200 else 0 end
    + case when b.unreviewed then b.review else b.pickup + b.review end) as merged_or_closed_at) s;

insert into pulse.pull_request (organization_id, github_id, repo_id, number, title, author_id, state, draft, labels, base_ref, head_ref, head_sha,
    additions, deletions, changed_files, url, created_at, updated_at, closed_at, merged_at)
select p.organization_id, 500000 + p.i, p.repo_id, p.i,
    case when p.i = 7 then '</script><img src=x onerror=alert(1)>' when p.author_id >= 90 then 'Bump ' || (array['jackson', 'esbuild', 'pgjdbc', 'ktor'])[1 + p.i % 4] || ' to ' || p.i % 9 || '.' || p.i % 23
        else (array['Show', 'Speed up', 'Fix', 'Remove', 'Rework', 'Test', 'Document', 'Retry'])[1 + p.i % 8] || ' the '
            || (array['cart total', 'receipt mail', 'stock forecast', 'sign-in link', 'price rounding', 'label colours', 'nightly import', 'address form', 'refund path'])[1 + p.i % 9]
            || (array['', ' on slow networks', ' for gift cards', ' when the warehouse is closed', ''])[1 + p.i % 5] end,
    p.author_id, p.state, p.was_draft and p.state = 'OPEN', array[(array['bug', 'feature', 'chore'])[1 + p.i % 3]], 'main', 'topic/' || p.i, md5(p.i::text),
    (12 * exp(2 * p.u4 * 2))::int, (6 * exp(2 * p.u1 * 2))::int, 1 + p.i % 14,
    'https://github.com/' || p.slug || '/' || (select r.name from pulse.repo r where r.organization_id = p.organization_id and r.github_id = p.repo_id) || '/pull/' || p.i,
    p.created_at, least(p.ended_at, p.at), case when p.state <> 'OPEN' then p.ended_at end, case when p.state = 'MERGED' then p.ended_at end
from pull p;

insert into pulse.pull_request_fact (organization_id, pull_request_id, repo_id, ready_at, first_commit_at, first_response_at, first_review_at, coding_seconds,
    pickup_seconds, review_seconds, unreviewed_seconds, redraft_seconds, cycle_to_merge_seconds, time_to_merge_seconds, open_to_merge_seconds,
    review_count, comment_count, rewritten)
select f.organization_id, 500000 + f.i, f.repo_id, f.ready, f.ready - make_interval(secs => f.coding), f.responded, f.responded, case when f.ready is not null then f.coding end,
    case when f.responded is not null then f.pickup end, case when f.state = 'MERGED' and f.responded is not null then f.review end,
    case when f.state = 'MERGED' and f.responded is null then f.review end, case when f.state = 'MERGED' then 0 end,
    case when f.state = 'MERGED' then f.coding + f.review + case when f.responded is null then 0 else f.pickup end end,
    case when f.state = 'MERGED' then extract(epoch from f.ended_at - f.ready)::bigint end,
    case when f.state = 'MERGED' then extract(epoch from f.ended_at - f.created_at)::bigint end,
    case when f.responded is null then 0 else 1 + f.i % 3 end, f.i % 6, false
from (
    select r.*, case when not r.unreviewed and r.ready is not null and r.ready + make_interval(secs => r.pickup) < r.at then r.ready + make_interval(secs => r.pickup) end as responded
    from (select p.*, case when p.was_draft and p.state = 'OPEN' then null else p.created_at + case when p.was_draft then interval '2 hours' else interval '0' end end as ready from pull p) r) f;

insert into pulse.review (organization_id, github_id, repo_id, pull_request_id, author_id, state, submitted_at, comment_count)
select f.organization_id, f.pull_request_id * 10 + k, f.repo_id, f.pull_request_id, 1 + (f.pull_request_id + k) % 8,
    case when k = f.review_count then 'APPROVED' else 'COMMENTED' end, f.first_review_at + (k - 1) * interval '11 minutes', k
from pulse.pull_request_fact f cross join generate_series(1, 3) k where k <= f.review_count;

insert into pulse.milestone (organization_id, repo_id, number, title, state, created_at, updated_at, url)
select organization_id, github_id, 1, 'Spring release', 'OPEN', created_at, updated_at, url || '/milestone/1' from pulse.repo;

insert into pulse.issue (organization_id, github_id, repo_id, number, title, author_id, state, state_reason, milestone_number, labels, url, created_at, updated_at, closed_at, first_response_at)
select e.organization_id, 700000 + e.i, e.repo_id, 5000 + e.i,
    (array['Wrong total with', 'Crash on', 'Please support', 'Slow page after', 'Question about'])[1 + e.i % 5] || ' ' || (array['two vouchers', 'empty carts', 'dark mode', 'the nightly import', 'CSV export', 'long names'])[1 + e.i % 6],
    case when e.u3 < 0.05 then 91 else 1 + e.i % 8 end, e.state, case when e.state = 'CLOSED' then case when e.u4 < 0.1 then 'not_planned' else 'completed' end end,
    case when e.i % 4 = 0 then 1 end, array[(array['bug', 'question', 'enhancement'])[1 + e.i % 3], 'area/' || e.i % 4],
    'https://github.com/' || e.slug || '/x/issues/' || 5000 + e.i, e.created_at, least(e.closed, e.at), case when e.state = 'CLOSED' then e.closed end,
    case when e.u2 < 0.8 and e.created_at + make_interval(secs => 4000 * exp(3 * e.u2)) < e.at then e.created_at + make_interval(secs => 4000 * exp(3 * e.u2)) end
from (
    select c.*, case when c.closed < c.at and c.u4 < 0.93 then 'CLOSED' else 'OPEN' end as state
    from (select d.*, n.at, n.at - make_interval(secs => d.u2 * 540 * 86400) as created_at,
            n.at - make_interval(secs => d.u2 * 540 * 86400) + make_interval(secs => 200000 * exp(1.4 * d.z)) as closed
        from draw d, (select current_setting('fixture.now')::timestamptz as at) n where d.i <= case d.slug when 'acme' then 1100 else 90 end) c) e;

insert into pulse.workflow_run (organization_id, github_id, repo_id, workflow_id, workflow_name, run_number, attempt, event, branch, head_sha, status, conclusion, url,
    created_at, run_started_at, updated_at, completed_at, duration_seconds, queue_seconds)
select e.organization_id, 900000 + e.i, e.repo_id, e.i % 3, (array['build', 'end-to-end', 'release'])[1 + e.i % 3], e.i, 1 + (e.i % 40 = 0)::int, (array['push', 'pull_request', 'schedule'])[1 + e.i % 3],
    case when e.u3 < 0.4 then 'main' else 'topic/' || e.i end, md5(e.i::text), case when e.running then 'in_progress' else 'completed' end,
    case when e.running then null when e.u4 < 0.82 then 'success' when e.u4 < 0.92 then 'failure' when e.u4 < 0.93 then 'timed_out' when e.u4 < 0.97 then 'cancelled' else 'skipped' end,
    'https://github.com/' || e.slug || '/x/actions/runs/' || 900000 + e.i, e.started, e.started, least(e.started + make_interval(secs => e.took), e.at),
    case when not e.running then e.started + make_interval(secs => e.took) end, case when not e.running then e.took end, 4 + e.i % 50
from (
    select s.*, s.started + make_interval(secs => s.took) > s.at as running
    from (select d.*, n.at, n.at - make_interval(secs => d.u2 * 400 * 86400) as started, (240 * exp(0.9 * d.z) + 30)::bigint as took
        from draw d, (select current_setting('fixture.now')::timestamptz as at) n where d.i <= case d.slug when 'acme' then 3200 else 200 end) s) e;

insert into pulse.sync_cursor (organization_id, repo_id, kind, pass_started_at, watermark, first_load_done_at, succeeded_at, item_count, item_total, request_count, failed_at, failure)
select r.organization_id, r.github_id, k.kind, case when r.github_id = 1006 and k.kind = 'pulls' then n.at - interval '3 minutes' end,
    n.at - interval '4 minutes', case when r.github_id <> 1006 then n.at - interval '20 days' end,
    case when r.github_id <> 1006 or k.kind <> 'pulls' then n.at - interval '2 minutes' end, case when r.github_id = 1006 and k.kind = 'pulls' then 120 else k.items end, k.items, 12,
    case when r.github_id = 1005 and k.kind = 'runs' then n.at - interval '1 minute' end,
    case when r.github_id = 1005 and k.kind = 'runs' then 'Cannot read workflow runs of acme/data-pipeline: GitHub answered 403, token lacks "actions:read"' end
from pulse.repo r, (select current_setting('fixture.now')::timestamptz as at) n, (values ('issues', 180), ('pulls', 250), ('runs', 530), ('milestones', 1)) k (kind, items);

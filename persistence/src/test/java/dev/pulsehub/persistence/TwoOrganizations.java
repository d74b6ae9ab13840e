package dev.pulsehub.persistence;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Two tenants, Acme and Globex, with at least one row each in every table they own. Both track one GitHub repository,
 * with the same GitHub ids in both. Alice belongs to Acme, Bob to Globex; each sees the shared repository and nobody
 * the secret one of Acme.
 */
public record TwoOrganizations(long acme, long globex, long alice, long bob) {

    /** Tracked by both tenants. */
    public static final long SHARED_REPO = 100;
    /** Acme's; neither Alice nor Bob may see it on GitHub. */
    public static final long SECRET_REPO = 102;
    /** Globex's own; Bob may see it. */
    public static final long GLOBEX_REPO = 201;

    /** Fills an empty database. */
    public static TwoOrganizations in(Transactions transactions) {
        return transactions.call(Caller.writer(), TwoOrganizations::insert);
    }

    private static TwoOrganizations insert(Connection connection) throws SQLException {
        long acme = idOf(connection, "insert into pulse.organization (slug, name) values ('acme', 'Acme')");
        long globex = idOf(connection, "insert into pulse.organization (slug, name) values ('globex', 'Globex')");
        long alice = idOf(connection, "insert into pulse.person (github_id, login) values (1011, 'alice')");
        long bob = idOf(connection, "insert into pulse.person (github_id, login) values (1012, 'bob')");
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into pulse.webhook_delivery (delivery_id, event, repo_id, payload)
                    values (gen_random_uuid(), 'ping', 0, '\\x7b7d');
                    insert into pulse.lease (name, holder, held_until) values ('timer', 'one', now());
                    """);
            statement.execute(ofOrganization(acme, alice));
            statement.execute(ofOrganization(globex, bob));
            statement.execute(ofRepo(acme, SHARED_REPO));
            statement.execute(ofRepo(acme, SECRET_REPO));
            statement.execute(ofRepo(globex, SHARED_REPO));
            statement.execute(ofRepo(globex, GLOBEX_REPO));
            statement.execute(mayRead(acme, SHARED_REPO, alice));
            statement.execute(mayRead(globex, SHARED_REPO, bob));
            statement.execute(mayRead(globex, GLOBEX_REPO, bob));
        }
        return new TwoOrganizations(acme, globex, alice, bob);
    }

    private static long idOf(Connection connection, String insert) throws SQLException {
        return Sql.of(insert + " returning id").get(connection, row -> row.number("id"));
    }

    private static String ofOrganization(long organization, long person) {
        return """
                insert into pulse.source_account (organization_id, login) values ($org, 'gh-$org');
                insert into pulse.membership (organization_id, person_id, role) values ($org, $person, 'member');
                insert into pulse.account (organization_id, github_id, login, type, is_bot, seen_at)
                values ($org, 9001, 'octocat', 'User', false, now());
                insert into pulse.session (person_id, organization_id, secret_hash, expires_at)
                values ($person, $org, sha256('$org'), now() + interval '1 day');
                insert into pulse.api_token (person_id, organization_id, name, prefix, secret_hash, scopes)
                values ($person, $org, 'laptop', 'ph_abc', sha256('$org'), '{read}');
                insert into pulse.github_grant (person_id, sealed_token, scopes) values ($person, 'sealed', '{repo}');
                insert into pulse.sync_job (organization_id, kind, due_at, failure) values ($org, 'account', 'infinity', 'refused');
                insert into pulse.change_notice (organization_id, repo_id, kinds) values ($org, 100, '{pulls}');
                """.replace("$org", Long.toString(organization)).replace("$person", Long.toString(person));
    }

    private static String mayRead(long organization, long repo, long person) {
        return """
                insert into pulse.repo_access (organization_id, repo_id, person_id, permission, checked_at)
                values (%d, %d, %d, 'read', now())
                """.formatted(organization, repo, person);
    }

    /** GitHub ids are the repository's id followed by a digit, so that two tenants have the same ones. */
    private static String ofRepo(long organization, long repo) {
        return """
                insert into pulse.repo (organization_id, github_id, owner_login, name, private, archived, fork, star_count,
                                        fork_count, url, created_at, updated_at)
                values ($org, $repo, 'gh', 'repo-$repo', true, false, false, 1, 1, 'https://x', now(), now());
                insert into pulse.label (organization_id, repo_id, name, color) values ($org, $repo, 'bug', 'ff0000');
                insert into pulse.milestone (organization_id, repo_id, number, title, state, created_at, updated_at, url)
                values ($org, $repo, 1, 'One', 'OPEN', now(), now(), 'https://x');
                insert into pulse.issue (organization_id, github_id, repo_id, number, title, state, labels, url,
                                         created_at, updated_at)
                values ($org, $repo1, $repo, 1, 'Issue', 'OPEN', '{bug}', 'https://x', now(), now());
                insert into pulse.pull_request (organization_id, github_id, repo_id, number, title, state, draft, labels,
                                                base_ref, head_ref, head_sha, additions, deletions, changed_files, url,
                                                created_at, updated_at)
                values ($org, $repo2, $repo, 2, 'Pull', 'OPEN', false, '{}', 'main', 'topic', 'abc', 1, 1, 1, 'https://x',
                        now(), now());
                insert into pulse.pull_request_fact (organization_id, pull_request_id, repo_id, review_count,
                                                     comment_count, rewritten)
                values ($org, $repo2, $repo, 1, 1, false);
                insert into pulse.review (organization_id, github_id, repo_id, pull_request_id, state, submitted_at,
                                          comment_count)
                values ($org, $repo3, $repo, $repo2, 'APPROVED', now(), 0);
                insert into pulse.comment_fact (organization_id, github_id, repo_id, number, created_at)
                values ($org, $repo4, $repo, 1, now());
                insert into pulse.timeline_event (organization_id, repo_id, number, kind, occurred_at)
                values ($org, $repo, 1, 'closed', now());
                insert into pulse.commit (organization_id, repo_id, sha, authored_at, committed_at, parent_count, headline,
                                          on_default_branch)
                values ($org, $repo, 'abc', now(), now(), 1, 'Commit', true);
                insert into pulse.pull_request_commit (organization_id, pull_request_id, repo_id, sha)
                values ($org, $repo2, $repo, 'abc');
                insert into pulse.workflow (organization_id, github_id, repo_id, name) values ($org, $repo5, $repo, 'ci');
                insert into pulse.workflow_run (organization_id, github_id, repo_id, workflow_name, run_number, attempt,
                                                event, head_sha, status, url, created_at, run_started_at, updated_at)
                values ($org, $repo6, $repo, 'ci', 1, 1, 'push', 'abc', 'queued', 'https://x', now(), now(), now());
                insert into pulse.job (organization_id, github_id, repo_id, run_id, attempt, name, status)
                values ($org, $repo7, $repo, $repo6, 1, 'build', 'queued');
                insert into pulse.repo_day (organization_id, repo_id, day, issues_created, issues_closed, pulls_created,
                                            pulls_merged, pulls_closed, reviews, runs_completed, runs_succeeded, runs_failed)
                values ($org, $repo, current_date, 1, 0, 1, 0, 0, 1, 0, 0, 0);
                insert into pulse.sync_cursor (organization_id, repo_id, kind) values ($org, $repo, 'issues');
                insert into pulse.deployment (organization_id, github_id, repo_id, environment, sha, state, created_at,
                                              finished_at, updated_at)
                values ($org, $repo8, $repo, 'production', 'abc', 'success', now(), now(), now());
                insert into pulse.observed_total (organization_id, repo_id, kind, stored_count, github_count, checked_at)
                values ($org, $repo, 'issues', 1, 1, now());
                insert into pulse.release (organization_id, github_id, repo_id, tag, draft, prerelease, created_at,
                                           published_at)
                values ($org, $repo9, $repo, 'v1', false, false, now(), now());
                """.replace("$org", Long.toString(organization)).replace("$repo", Long.toString(repo));
    }
}

package dev.pulsehub.persistence.pullrequest;

import dev.pulsehub.persistence.connection.Bulk;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.issue.IssueStore.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Pull requests with their reviews and commits, guarded by GitHub's {@code updated_at}; a merge is final. */
public final class PullRequestStore {

    private static final Bulk<StoredPullRequest> UPSERT = Bulk.<StoredPullRequest>into("pulse.pull_request as known")
            .column("organization_id", "bigint", StoredPullRequest::organizationId)
            .column("github_id", "bigint", StoredPullRequest::githubId)
            .column("repo_id", "bigint", StoredPullRequest::repoId)
            .column("number", "integer", StoredPullRequest::number)
            .column("title", "text", StoredPullRequest::title)
            .column("author_id", "bigint", StoredPullRequest::authorId)
            .column("state", "text", StoredPullRequest::state)
            .column("draft", "boolean", StoredPullRequest::draft)
            .column("milestone_number", "integer", StoredPullRequest::milestoneNumber)
            .texts("labels", StoredPullRequest::labels)
            .column("base_ref", "text", StoredPullRequest::baseRef)
            .column("head_ref", "text", StoredPullRequest::headRef)
            .column("head_sha", "text", StoredPullRequest::headSha)
            .column("merge_commit_sha", "text", StoredPullRequest::mergeCommitSha)
            .column("merged_by_id", "bigint", StoredPullRequest::mergedById)
            .column("additions", "integer", StoredPullRequest::additions)
            .column("deletions", "integer", StoredPullRequest::deletions)
            .column("changed_files", "integer", StoredPullRequest::changedFiles)
            .column("url", "text", StoredPullRequest::url)
            .column("created_at", "timestamptz", StoredPullRequest::createdAt)
            .column("updated_at", "timestamptz", StoredPullRequest::updatedAt)
            .column("closed_at", "timestamptz", StoredPullRequest::closedAt)
            .column("merged_at", "timestamptz", StoredPullRequest::mergedAt)
            .onConflict("""
                    on conflict on constraint pull_request_pkey do update
                    set repo_id = excluded.repo_id, number = excluded.number, title = excluded.title,
                        author_id = excluded.author_id, state = excluded.state, draft = excluded.draft,
                        milestone_number = excluded.milestone_number, labels = excluded.labels,
                        base_ref = excluded.base_ref, head_ref = excluded.head_ref, head_sha = excluded.head_sha,
                        merge_commit_sha = excluded.merge_commit_sha, merged_by_id = excluded.merged_by_id,
                        additions = excluded.additions, deletions = excluded.deletions,
                        changed_files = excluded.changed_files, url = excluded.url, created_at = excluded.created_at,
                        updated_at = excluded.updated_at, closed_at = excluded.closed_at, merged_at = excluded.merged_at
                    where excluded.updated_at >= known.updated_at
                      and (known.state <> 'MERGED' or excluded.state = 'MERGED')
                    """);

    private static final Bulk<StoredReview> REVIEWS = Bulk.<StoredReview>into("pulse.review")
            .column("organization_id", "bigint", StoredReview::organizationId)
            .column("github_id", "bigint", StoredReview::githubId)
            .column("repo_id", "bigint", StoredReview::repoId)
            .column("pull_request_id", "bigint", StoredReview::pullRequestId)
            .column("author_id", "bigint", StoredReview::authorId)
            .column("state", "text", StoredReview::state)
            .column("submitted_at", "timestamptz", StoredReview::submittedAt)
            .column("comment_count", "integer", StoredReview::commentCount)
            .onConflict("""
                    on conflict on constraint review_pkey do update
                    set state = excluded.state, author_id = excluded.author_id,
                        submitted_at = excluded.submitted_at, comment_count = excluded.comment_count
                    """);

    private static final Bulk<StoredCommit> COMMITS =
            BranchCommitStore.columns().onConflict("on conflict on constraint commit_pkey do nothing");

    private static final Bulk<StoredCommit> MEMBERSHIP = Bulk.<StoredCommit>into("pulse.pull_request_commit")
            .column("organization_id", "bigint", StoredCommit::organizationId)
            .column("pull_request_id", "bigint", StoredCommit::pullRequestId)
            .column("repo_id", "bigint", StoredCommit::repoId)
            .column("sha", "text", StoredCommit::sha)
            .onConflict("on conflict on constraint pull_request_commit_pkey do nothing");

    private static final String FORGET_REVIEWS =
            "delete from pulse.review where organization_id = ? and pull_request_id = any (?)";

    private static final String FORGET_COMMITS =
            "delete from pulse.pull_request_commit where organization_id = ? and pull_request_id = any (?)";

    /** Commits no pull request and no branch holds any more, as a force push leaves them. */
    private static final String DROP_ORPHANS = """
            delete from pulse.commit c
            where c.organization_id = ? and c.repo_id = ? and c.sha = any (?) and not c.on_default_branch
              and not exists (select from pulse.pull_request_commit held
                              where held.organization_id = c.organization_id and held.repo_id = c.repo_id and held.sha = c.sha)
            """;

    private static final String SHAS =
            "select distinct sha from pulse.pull_request_commit where organization_id = ? and pull_request_id = any (?)";

    private static final String MOMENTS = """
            select distinct moment
            from (
                select unnest(array[created_at, closed_at, merged_at]) as moment
                from pulse.pull_request
                where organization_id = ? and github_id = any (?)
                union
                select submitted_at
                from pulse.review
                where organization_id = ? and pull_request_id = any (?)
            ) counted
            where moment is not null
            """;

    private static final String VERSIONS = """
            select number, updated_at, state
            from pulse.pull_request
            where organization_id = ? and repo_id = ? and number = any (?)
            """;

    private static final String NEWEST = """
            select github_id
            from pulse.pull_request
            where organization_id = ? and repo_id = ? and number = ?
            """;

    private static final String OTHER_HOLDERS = """
            select p.github_id
            from pulse.pull_request p
            join unnest(?::bigint[], ?::bigint[]) as holder (number, github_id)
              on p.number = holder.number and p.github_id <> holder.github_id
            where p.organization_id = ? and p.repo_id = ?
            """;
    private static final String FORGET =
            "delete from pulse.pull_request where organization_id = ? and github_id = any (?)";

    /** Who has one of these numbers though it is another's now; {@code holders} gives GitHub's ids by number. */
    public Set<Long> otherHolders(Connection connection, long organizationId, long repoId, Map<Integer, Long> holders)
            throws SQLException {
        Long[] numbers = holders.keySet().stream().map(Integer::longValue).toArray(Long[]::new);
        return new TreeSet<>(
                Sql.of(OTHER_HOLDERS, numbers, holders.values().toArray(Long[]::new), organizationId, repoId)
                        .list(connection, row -> row.number("github_id")));
    }

    /** Forgets pull requests with all that hangs on them. */
    public void forget(Connection connection, long organizationId, Set<Long> ids) throws SQLException {
        Sql.of(FORGET, organizationId, ids.toArray(Long[]::new)).update(connection);
    }

    /** Writes pull requests that are at least as new as what is stored, each id once. Idempotent. */
    public int write(Connection connection, Collection<StoredPullRequest> pulls) throws SQLException {
        return UPSERT.write(connection, pulls);
    }

    /** Adds or changes reviews, each id once. Idempotent. */
    public void writeReviews(Connection connection, Collection<StoredReview> reviews) throws SQLException {
        REVIEWS.write(connection, reviews);
    }

    /** Makes these the reviews and commits of the pull requests, and forgets all others of them. */
    public void replaceDetails(
            Connection connection,
            long organizationId,
            long repoId,
            Set<Long> pullRequestIds,
            Collection<StoredReview> reviews,
            Collection<StoredCommit> commits)
            throws SQLException {
        Long[] keys = pullRequestIds.toArray(Long[]::new);
        List<String> before = Sql.of(SHAS, organizationId, keys).list(connection, row -> row.text("sha"));
        Sql.of(FORGET_REVIEWS, organizationId, keys).update(connection);
        Sql.of(FORGET_COMMITS, organizationId, keys).update(connection);
        REVIEWS.write(connection, reviews);
        COMMITS.write(connection, onceBySha(commits));
        MEMBERSHIP.write(connection, commits);
        Sql.of(DROP_ORPHANS, organizationId, repoId, before.toArray(String[]::new))
                .update(connection);
    }

    private static Collection<StoredCommit> onceBySha(Collection<StoredCommit> commits) {
        return commits.stream()
                .collect(java.util.stream.Collectors.toMap(StoredCommit::sha, one -> one, (one, same) -> one))
                .values();
    }

    /** When the pull requests were created, closed, merged and reviewed, as stored. */
    public Set<Instant> moments(Connection connection, long organizationId, Set<Long> pullRequestIds)
            throws SQLException {
        Long[] keys = pullRequestIds.toArray(Long[]::new);
        return new TreeSet<>(Sql.of(MOMENTS, organizationId, keys, organizationId, keys)
                .list(connection, row -> row.moment("moment")));
    }

    public List<Version> versions(Connection connection, long organizationId, long repoId, Set<Integer> numbers)
            throws SQLException {
        return Sql.of(
                        VERSIONS,
                        organizationId,
                        repoId,
                        numbers.stream().map(Integer::longValue).toArray(Long[]::new))
                .list(connection, row -> new Version(row.count("number"), row.moment("updated_at"), row.text("state")));
    }

    /** GitHub's id of a stored pull request. */
    public java.util.Optional<Long> findId(Connection connection, long organizationId, long repoId, int number)
            throws SQLException {
        return Sql.of(NEWEST, organizationId, repoId, number).find(connection, row -> row.number("github_id"));
    }
}

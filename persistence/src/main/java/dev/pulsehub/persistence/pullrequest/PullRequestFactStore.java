package dev.pulsehub.persistence.pullrequest;

import dev.pulsehub.persistence.connection.Bulk;
import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Facts of pull requests, and the stored events they are measured from. */
public final class PullRequestFactStore {

    private static final String PULLS = """
            select github_id, created_at, draft, merged_at, closed_at
            from pulse.pull_request
            where organization_id = ? and github_id = any (?)
            order by github_id
            """;

    /** An account that is gone counts as another human, unless the author is gone too. */
    private static final String ANSWERS = """
            select p.github_id, answer.state, answer.at, answer.line_comments,
                   answer.author_id is distinct from p.author_id and not coalesce(a.is_bot, false) as from_another_human
            from pulse.pull_request p
            cross join lateral (
                select r.state, r.submitted_at as at, r.author_id, r.comment_count as line_comments
                from pulse.review r
                where r.organization_id = p.organization_id and r.pull_request_id = p.github_id
                union all
                select 'COMMENT', c.created_at, c.author_id, 0
                from pulse.comment_fact c
                where c.organization_id = p.organization_id and c.repo_id = p.repo_id and c.number = p.number
            ) answer
            left join pulse.account a on a.organization_id = p.organization_id and a.github_id = answer.author_id
            where p.organization_id = ? and p.github_id = any (?)
            """;

    private static final String EVENTS = """
            select p.github_id, e.kind, e.occurred_at, e.before_commit_at
            from pulse.pull_request p
            join pulse.timeline_event e
              on e.organization_id = p.organization_id and e.repo_id = p.repo_id and e.number = p.number
            where p.organization_id = ? and p.github_id = any (?)
            """;

    private static final String COMMITS = """
            select h.pull_request_id as github_id, c.authored_at
            from pulse.pull_request_commit h
            join pulse.commit c on c.organization_id = h.organization_id and c.repo_id = h.repo_id and c.sha = h.sha
            where h.organization_id = ? and h.pull_request_id = any (?) and c.parent_count < 2
            """;

    private static final Bulk<PullRequestFact> UPSERT = Bulk.<PullRequestFact>into("pulse.pull_request_fact")
            .column("organization_id", "bigint", PullRequestFact::organizationId)
            .column("pull_request_id", "bigint", PullRequestFact::pullRequestId)
            .column("repo_id", "bigint", PullRequestFact::repoId)
            .column("ready_at", "timestamptz", PullRequestFact::readyAt)
            .column("first_commit_at", "timestamptz", PullRequestFact::firstCommitAt)
            .column("first_response_at", "timestamptz", PullRequestFact::firstResponseAt)
            .column("first_review_at", "timestamptz", PullRequestFact::firstReviewAt)
            .column("first_approval_at", "timestamptz", PullRequestFact::firstApprovalAt)
            .column("coding_seconds", "bigint", PullRequestFact::codingSeconds)
            .column("pickup_seconds", "bigint", PullRequestFact::pickupSeconds)
            .column("review_seconds", "bigint", PullRequestFact::reviewSeconds)
            .column("unreviewed_seconds", "bigint", PullRequestFact::unreviewedSeconds)
            .column("redraft_seconds", "bigint", PullRequestFact::redraftSeconds)
            .column("cycle_to_merge_seconds", "bigint", PullRequestFact::cycleToMergeSeconds)
            .column("time_to_merge_seconds", "bigint", PullRequestFact::timeToMergeSeconds)
            .column("open_to_merge_seconds", "bigint", PullRequestFact::openToMergeSeconds)
            .column("review_count", "integer", PullRequestFact::reviewCount)
            .column("comment_count", "integer", PullRequestFact::commentCount)
            .column("rewritten", "boolean", PullRequestFact::rewritten)
            .onConflict("""
                    on conflict on constraint pull_request_fact_pkey do update
                    set repo_id = excluded.repo_id, ready_at = excluded.ready_at,
                        first_commit_at = excluded.first_commit_at, first_response_at = excluded.first_response_at,
                        first_review_at = excluded.first_review_at, first_approval_at = excluded.first_approval_at,
                        coding_seconds = excluded.coding_seconds, pickup_seconds = excluded.pickup_seconds,
                        review_seconds = excluded.review_seconds, unreviewed_seconds = excluded.unreviewed_seconds,
                        redraft_seconds = excluded.redraft_seconds,
                        cycle_to_merge_seconds = excluded.cycle_to_merge_seconds,
                        time_to_merge_seconds = excluded.time_to_merge_seconds,
                        open_to_merge_seconds = excluded.open_to_merge_seconds,
                        review_count = excluded.review_count, comment_count = excluded.comment_count,
                        rewritten = excluded.rewritten
                    """);

    /** The stored events of the pull requests; by id. Four statements, however many they are. */
    public List<StoredHistory> histories(Connection connection, long organizationId, Set<Long> pullRequestIds)
            throws SQLException {
        Long[] keys = pullRequestIds.toArray(Long[]::new);
        Map<Long, List<StoredHistory.Answer>> answers = grouped(
                connection,
                ANSWERS,
                organizationId,
                keys,
                row -> new StoredHistory.Answer(
                        row.text("state"),
                        row.flag("from_another_human"),
                        row.moment("at"),
                        row.count("line_comments")));
        Map<Long, List<StoredHistory.Event>> events = grouped(
                connection,
                EVENTS,
                organizationId,
                keys,
                row -> new StoredHistory.Event(
                        row.text("kind"), row.moment("occurred_at"), row.findMoment("before_commit_at")));
        Map<Long, List<Instant>> commits =
                grouped(connection, COMMITS, organizationId, keys, row -> row.moment("authored_at"));
        return Sql.of(PULLS, organizationId, keys).list(connection, row -> {
            long id = row.number("github_id");
            Optional<Instant> mergedAt = row.findMoment("merged_at");
            return new StoredHistory(
                    id,
                    row.moment("created_at"),
                    row.flag("draft"),
                    mergedAt,
                    row.findMoment("closed_at"),
                    answers.getOrDefault(id, List.of()),
                    events.getOrDefault(id, List.of()),
                    commits.getOrDefault(id, List.of()));
        });
    }

    /** Writes facts, each pull request once. Idempotent. */
    public void write(Connection connection, Collection<PullRequestFact> facts) throws SQLException {
        UPSERT.write(connection, facts);
    }

    private static <T> Map<Long, List<T>> grouped(
            Connection connection, String query, long organizationId, Long[] keys, Sql.RowReader<T> reader)
            throws SQLException {
        Map<Long, List<T>> byPull = new HashMap<>();
        Sql.of(query, organizationId, keys)
                .list(
                        connection,
                        (Row row) -> byPull.computeIfAbsent(row.number("github_id"), id -> new ArrayList<>())
                                .add(reader.read(row)));
        return byPull;
    }
}

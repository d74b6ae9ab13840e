package dev.pulsehub.persistence.issue;

import dev.pulsehub.persistence.connection.Bulk;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Issues, guarded by GitHub's {@code updated_at}: an older version never overwrites a newer one. */
public final class IssueStore {

    private static final Bulk<StoredIssue> UPSERT = Bulk.<StoredIssue>into("pulse.issue as known")
            .column("organization_id", "bigint", StoredIssue::organizationId)
            .column("github_id", "bigint", StoredIssue::githubId)
            .column("repo_id", "bigint", StoredIssue::repoId)
            .column("number", "integer", StoredIssue::number)
            .column("title", "text", StoredIssue::title)
            .column("author_id", "bigint", StoredIssue::authorId)
            .column("state", "text", StoredIssue::state)
            .column("state_reason", "text", StoredIssue::stateReason)
            .column("milestone_number", "integer", StoredIssue::milestoneNumber)
            .texts("labels", StoredIssue::labels)
            .column("url", "text", StoredIssue::url)
            .column("created_at", "timestamptz", StoredIssue::createdAt)
            .column("updated_at", "timestamptz", StoredIssue::updatedAt)
            .column("closed_at", "timestamptz", StoredIssue::closedAt)
            .onConflict("""
                    on conflict on constraint issue_pkey do update
                    set repo_id = excluded.repo_id, number = excluded.number, title = excluded.title,
                        author_id = excluded.author_id, state = excluded.state, state_reason = excluded.state_reason,
                        milestone_number = excluded.milestone_number, labels = excluded.labels, url = excluded.url,
                        created_at = excluded.created_at, updated_at = excluded.updated_at, closed_at = excluded.closed_at
                    where excluded.updated_at >= known.updated_at
                    """);

    /** The first comment of a human other than the author; an account that is gone counts as another human. */
    private static final String FIRST_RESPONSE = """
            update pulse.issue i
            set first_response_at = answered.at
            from (
                select asked.github_id, min(c.created_at) as at
                from pulse.issue asked
                left join (
                    pulse.comment_fact c
                    left join pulse.account a on a.organization_id = c.organization_id and a.github_id = c.author_id
                ) on c.organization_id = asked.organization_id and c.repo_id = asked.repo_id and c.number = asked.number
                    and c.author_id is distinct from asked.author_id
                    and not coalesce(a.is_bot, false)
                where asked.organization_id = ? and asked.repo_id = ? and asked.number = any (?)
                group by asked.github_id
            ) answered
            where i.organization_id = ? and i.github_id = answered.github_id
              and i.first_response_at is distinct from answered.at
            """;

    private static final String MOMENTS = """
            select distinct moment
            from pulse.issue, unnest(array[created_at, closed_at]) as moment
            where organization_id = ? and repo_id = ? and number = any (?) and moment is not null
            """;

    private static final String VERSIONS = """
            select number, updated_at, state
            from pulse.issue
            where organization_id = ? and repo_id = ? and number = any (?)
            """;

    private static final String FREE_NUMBERS = """
            delete from pulse.issue i
            using unnest(?::bigint[], ?::bigint[]) as holder (number, github_id)
            where i.organization_id = ? and i.repo_id = ? and i.number = holder.number and i.github_id <> holder.github_id
            """;
    private static final String FORGET =
            "delete from pulse.issue where organization_id = ? and repo_id = ? and number = any (?)";

    /** What is stored of an issue or pull request, to judge what comes next. */
    public record Version(int number, Instant updatedAt, String state) {}

    /** Writes issues that are at least as new as what is stored, each id once. Idempotent. */
    public int write(Connection connection, Collection<StoredIssue> issues) throws SQLException {
        return UPSERT.write(connection, issues);
    }

    /**
     * Forgets issues whose number is another's now, as after a move away and back.
     *
     * @param holders GitHub's ids by number
     * @return whether there was one
     */
    public boolean freeNumbers(Connection connection, long organizationId, long repoId, Map<Integer, Long> holders)
            throws SQLException {
        Long[] numbers = holders.keySet().stream().map(Integer::longValue).toArray(Long[]::new);
        return Sql.of(FREE_NUMBERS, numbers, holders.values().toArray(Long[]::new), organizationId, repoId)
                        .update(connection)
                > 0;
    }

    /** Forgets issues that are not there any more; gives how many there were. */
    public int forget(Connection connection, long organizationId, long repoId, Set<Integer> numbers)
            throws SQLException {
        return Sql.of(FORGET, organizationId, repoId, ids(numbers)).update(connection);
    }

    public void measureFirstResponses(Connection connection, long organizationId, long repoId, Set<Integer> numbers)
            throws SQLException {
        Sql.of(FIRST_RESPONSE, organizationId, repoId, ids(numbers), organizationId)
                .update(connection);
    }

    /** When the issues were created and closed, as stored. */
    public Set<Instant> moments(Connection connection, long organizationId, long repoId, Set<Integer> numbers)
            throws SQLException {
        return new TreeSet<>(
                Sql.of(MOMENTS, organizationId, repoId, ids(numbers)).list(connection, row -> row.moment("moment")));
    }

    public List<Version> versions(Connection connection, long organizationId, long repoId, Set<Integer> numbers)
            throws SQLException {
        return Sql.of(VERSIONS, organizationId, repoId, ids(numbers))
                .list(connection, row -> new Version(row.count("number"), row.moment("updated_at"), row.text("state")));
    }

    private static Long[] ids(Set<Integer> numbers) {
        return numbers.stream().map(Integer::longValue).toArray(Long[]::new);
    }
}

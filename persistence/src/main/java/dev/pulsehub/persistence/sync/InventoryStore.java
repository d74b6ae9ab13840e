package dev.pulsehub.persistence.sync;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is stored, in the shape in which it can be held against what GitHub says there is. */
public final class InventoryStore {

    private static final String ISSUES = """
            select i.github_id, i.number, i.updated_at, i.milestone_number, array_to_string(i.labels, chr(31)) as labels,
                   (select count(*) from pulse.comment_fact c
                    where c.organization_id = i.organization_id and c.repo_id = i.repo_id and c.number = i.number) as comments
            from pulse.issue i
            where i.organization_id = ? and i.repo_id = ?
            """;
    private static final String PULLS = """
            select p.github_id, p.number, p.updated_at, p.milestone_number, array_to_string(p.labels, chr(31)) as labels,
                   (select count(*) from pulse.comment_fact c
                    where c.organization_id = p.organization_id and c.repo_id = p.repo_id and c.number = p.number)
                   + (select coalesce(sum(r.comment_count), 0) from pulse.review r
                      where r.organization_id = p.organization_id and r.pull_request_id = p.github_id) as comments
            from pulse.pull_request p
            where p.organization_id = ? and p.repo_id = ?
            """;
    private static final String COUNTS = """
            select (select count(*) from pulse.issue where organization_id = o.id and repo_id = r.id) as issues,
                   (select count(*) from pulse.pull_request where organization_id = o.id and repo_id = r.id) as pulls,
                   (select count(*) from pulse.workflow_run where organization_id = o.id and repo_id = r.id) as runs,
                   (select count(*) from pulse.milestone where organization_id = o.id and repo_id = r.id) as milestones,
                   (select count(*) from pulse.deployment where organization_id = o.id and repo_id = r.id) as deployments,
                   (select count(*) from pulse.release where organization_id = o.id and repo_id = r.id) as releases
            from (values (?::bigint)) as o (id), (values (?::bigint)) as r (id)
            """;
    private static final String OBSERVED = """
            insert into pulse.observed_total (organization_id, repo_id, kind, stored_count, github_count, checked_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict on constraint observed_total_pkey do update
            set stored_count = excluded.stored_count, github_count = excluded.github_count,
                checked_at = excluded.checked_at
            """;
    private static final List<String> KINDS =
            List.of("issues", "pulls", "runs", "milestones", "deployments", "releases");

    /**
     * One issue or pull request.
     *
     * @param labels sorted
     * @param comments comments, and on a pull request those on lines too
     */
    public record Item(
            long githubId,
            int number,
            Instant updatedAt,
            Optional<Integer> milestone,
            List<String> labels,
            int comments) {
        public Item {
            labels = List.copyOf(labels);
        }
    }

    /** The stored issues by number. */
    public Map<Integer, Item> issues(Connection connection, long organizationId, long repoId) throws SQLException {
        return items(connection, ISSUES, organizationId, repoId);
    }

    /** The stored pull requests by number. */
    public Map<Integer, Item> pulls(Connection connection, long organizationId, long repoId) throws SQLException {
        return items(connection, PULLS, organizationId, repoId);
    }

    private static Map<Integer, Item> items(Connection connection, String query, long organizationId, long repoId)
            throws SQLException {
        return Sql.of(query, organizationId, repoId).list(connection, InventoryStore::item).stream()
                .collect(Collectors.toMap(Item::number, Function.identity()));
    }

    private static Item item(Row row) throws SQLException {
        String labels = row.findText("labels").orElse("");
        return new Item(
                row.number("github_id"),
                row.count("number"),
                row.moment("updated_at"),
                row.findText("milestone_number").map(Integer::valueOf),
                labels.isEmpty() ? List.of() : List.of(labels.split("\u001f", -1)),
                row.count("comments"));
    }

    /** How many rows there are of each kind. */
    public Map<String, Long> counts(Connection connection, long organizationId, long repoId) throws SQLException {
        return Sql.of(COUNTS, organizationId, repoId).get(connection, row -> {
            Map<String, Long> counts = new java.util.TreeMap<>();
            for (String kind : KINDS) {
                counts.put(kind, row.number(kind));
            }
            return counts;
        });
    }

    /** Remembers a comparison. */
    public void observed(
            Connection connection,
            long organizationId,
            long repoId,
            String kind,
            long stored,
            long onGitHub,
            Instant at)
            throws SQLException {
        Sql.of(OBSERVED, organizationId, repoId, kind, stored, onGitHub, at).update(connection);
    }
}

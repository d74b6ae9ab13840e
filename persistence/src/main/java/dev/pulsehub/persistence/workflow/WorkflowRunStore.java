package dev.pulsehub.persistence.workflow;

import dev.pulsehub.persistence.connection.Bulk;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Workflow runs: a later attempt wins, within one attempt completion is final, and of two states of one second the one
 * that is further on came last.
 */
public final class WorkflowRunStore {

    private static final Bulk<StoredRun> WORKFLOWS = Bulk.<StoredRun>into("pulse.workflow as known")
            .column("organization_id", "bigint", StoredRun::organizationId)
            .column("github_id", "bigint", StoredRun::workflowId)
            .column("repo_id", "bigint", StoredRun::repoId)
            .column("name", "text", StoredRun::workflowName)
            .column("path", "text", StoredRun::workflowPath)
            .onConflict("""
                    on conflict on constraint workflow_pkey do update
                    set name = excluded.name, path = excluded.path
                    where (known.name, known.path) is distinct from (excluded.name, excluded.path)
                    """);

    private static final Bulk<StoredRun> UPSERT = Bulk.<StoredRun>into("pulse.workflow_run as known")
            .column("organization_id", "bigint", StoredRun::organizationId)
            .column("github_id", "bigint", StoredRun::githubId)
            .column("repo_id", "bigint", StoredRun::repoId)
            .column("workflow_id", "bigint", StoredRun::workflowId)
            .column("workflow_name", "text", StoredRun::workflowName)
            .column("run_number", "integer", StoredRun::runNumber)
            .column("attempt", "integer", StoredRun::attempt)
            .column("event", "text", StoredRun::event)
            .column("branch", "text", StoredRun::branch)
            .column("head_sha", "text", StoredRun::headSha)
            .column("status", "text", StoredRun::status)
            .column("conclusion", "text", StoredRun::conclusion)
            .column("url", "text", StoredRun::url)
            .column("created_at", "timestamptz", StoredRun::createdAt)
            .column("run_started_at", "timestamptz", StoredRun::runStartedAt)
            .column("updated_at", "timestamptz", StoredRun::updatedAt)
            .column("completed_at", "timestamptz", StoredRun::completedAt)
            .column("duration_seconds", "bigint", StoredRun::durationSeconds)
            .onConflict("""
                    on conflict on constraint workflow_run_pkey do update
                    set workflow_name = excluded.workflow_name, attempt = excluded.attempt, branch = excluded.branch,
                        status = excluded.status, conclusion = excluded.conclusion, url = excluded.url,
                        run_started_at = excluded.run_started_at, updated_at = excluded.updated_at,
                        completed_at = excluded.completed_at, duration_seconds = excluded.duration_seconds
                    where excluded.attempt > known.attempt
                       or (excluded.attempt = known.attempt
                           and (excluded.updated_at > known.updated_at
                                or (excluded.updated_at = known.updated_at
                                    and coalesce(array_position(array['requested', 'waiting', 'pending', 'queued', 'in_progress', 'completed'], excluded.status), 0)
                                        >= coalesce(array_position(array['requested', 'waiting', 'pending', 'queued', 'in_progress', 'completed'], known.status), 0)))
                           and (known.status <> 'completed' or excluded.status = 'completed'))
                    """);

    private static final String KNOWN = """
            select github_id, attempt, status, updated_at
            from pulse.workflow_run
            where organization_id = ? and github_id = any (?)
            """;

    private static final String UNFINISHED = """
            select github_id
            from pulse.workflow_run
            where organization_id = ? and repo_id = ? and status <> 'completed'
            order by github_id
            limit ?
            """;

    private static final String MOMENTS = """
            select distinct completed_at
            from pulse.workflow_run
            where organization_id = ? and github_id = any (?) and completed_at is not null
            """;

    private static final String IDS =
            "select github_id from pulse.workflow_run where organization_id = ? and repo_id = ?";
    private static final String FORGET =
            "delete from pulse.workflow_run where organization_id = ? and github_id = any (?)";

    /** The ids of all runs of a repository that are stored. */
    public Set<Long> listIds(Connection connection, long organizationId, long repoId) throws SQLException {
        return new TreeSet<>(Sql.of(IDS, organizationId, repoId).list(connection, row -> row.number("github_id")));
    }

    /** Forgets runs that are not there any more. */
    public void forget(Connection connection, long organizationId, Set<Long> ids) throws SQLException {
        Sql.of(FORGET, organizationId, ids.toArray(Long[]::new)).update(connection);
    }

    /** What is stored of a run. */
    public record Version(long githubId, int attempt, String status, Instant updatedAt) {}

    /** Writes runs and their workflows, each id once. Idempotent. */
    public int write(Connection connection, Collection<StoredRun> runs) throws SQLException {
        Map<Long, StoredRun> workflows = new HashMap<>();
        runs.forEach(run -> workflows.put(run.workflowId(), run));
        WORKFLOWS.write(connection, workflows.values());
        return UPSERT.write(connection, runs);
    }

    public Map<Long, Version> versions(Connection connection, long organizationId, Set<Long> ids) throws SQLException {
        return Sql.of(KNOWN, organizationId, ids.toArray(Long[]::new))
                .list(
                        connection,
                        row -> new Version(
                                row.number("github_id"),
                                row.count("attempt"),
                                row.text("status"),
                                row.moment("updated_at")))
                .stream()
                .collect(Collectors.toMap(Version::githubId, version -> version));
    }

    /** Runs that were not finished when they were last seen; oldest first. */
    public List<Long> listUnfinished(Connection connection, long organizationId, long repoId, int limit)
            throws SQLException {
        return Sql.of(UNFINISHED, organizationId, repoId, limit).list(connection, row -> row.number("github_id"));
    }

    /** When the runs were completed, as stored. */
    public Set<Instant> moments(Connection connection, long organizationId, Set<Long> ids) throws SQLException {
        return new TreeSet<>(Sql.of(MOMENTS, organizationId, ids.toArray(Long[]::new))
                .list(connection, row -> row.moment("completed_at")));
    }
}

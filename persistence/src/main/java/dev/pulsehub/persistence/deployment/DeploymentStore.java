package dev.pulsehub.persistence.deployment;

import dev.pulsehub.persistence.connection.Bulk;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Deployments, guarded by GitHub's {@code updated_at}. */
public final class DeploymentStore {

    private static final Bulk<StoredDeployment> UPSERT = Bulk.<StoredDeployment>into("pulse.deployment as known")
            .column("organization_id", "bigint", StoredDeployment::organizationId)
            .column("github_id", "bigint", StoredDeployment::githubId)
            .column("repo_id", "bigint", StoredDeployment::repoId)
            .column("environment", "text", StoredDeployment::environment)
            .column("sha", "text", StoredDeployment::sha)
            .column("ref", "text", StoredDeployment::ref)
            .column("creator_id", "bigint", StoredDeployment::creatorId)
            .column("state", "text", StoredDeployment::state)
            .column("created_at", "timestamptz", StoredDeployment::createdAt)
            .column("finished_at", "timestamptz", StoredDeployment::finishedAt)
            .column("updated_at", "timestamptz", StoredDeployment::updatedAt)
            .onConflict("""
                    on conflict on constraint deployment_pkey do update
                    set environment = excluded.environment, sha = excluded.sha,
                        ref = coalesce(excluded.ref, known.ref), creator_id = excluded.creator_id,
                        state = excluded.state, finished_at = excluded.finished_at, updated_at = excluded.updated_at
                    where excluded.updated_at >= known.updated_at
                    """);
    private static final String KNOWN = """
            select github_id, updated_at
            from pulse.deployment
            where organization_id = ? and github_id = any (?)
            """;
    private static final String COUNT =
            "select count(*) as n from pulse.deployment where organization_id = ? and repo_id = ?";
    private static final String LEAVE =
            "delete from pulse.deployment where organization_id = ? and repo_id = ? and not github_id = any (?)";

    /** Writes deployments that are at least as new as what is stored, each id once. Idempotent. */
    public void write(Connection connection, Collection<StoredDeployment> deployments) throws SQLException {
        UPSERT.write(connection, deployments);
    }

    /** When those of these that are stored changed last, by id. */
    public Map<Long, Instant> versions(Connection connection, long organizationId, Collection<Long> ids)
            throws SQLException {
        record Version(long id, Instant updatedAt) {}
        return Sql.of(KNOWN, organizationId, ids.toArray(Long[]::new))
                .list(connection, row -> new Version(row.number("github_id"), row.moment("updated_at")))
                .stream()
                .collect(Collectors.toMap(Version::id, Version::updatedAt));
    }

    public long count(Connection connection, long organizationId, long repoId) throws SQLException {
        return Sql.of(COUNT, organizationId, repoId).get(connection, row -> row.number("n"));
    }

    /** The repository has these and no others. */
    public void leaveOnly(Connection connection, long organizationId, long repoId, Collection<Long> ids)
            throws SQLException {
        Sql.of(LEAVE, organizationId, repoId, ids.toArray(Long[]::new)).update(connection);
    }
}

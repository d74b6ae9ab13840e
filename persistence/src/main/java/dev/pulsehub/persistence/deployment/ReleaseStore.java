package dev.pulsehub.persistence.deployment;

import dev.pulsehub.persistence.connection.Bulk;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Releases; always written all at once, so the latest answer is the truth. */
public final class ReleaseStore {

    private static final Bulk<StoredRelease> UPSERT = Bulk.<StoredRelease>into("pulse.release")
            .column("organization_id", "bigint", StoredRelease::organizationId)
            .column("github_id", "bigint", StoredRelease::githubId)
            .column("repo_id", "bigint", StoredRelease::repoId)
            .column("tag", "text", StoredRelease::tag)
            .column("name", "text", StoredRelease::name)
            .column("target_sha", "text", StoredRelease::targetSha)
            .column("draft", "boolean", StoredRelease::draft)
            .column("prerelease", "boolean", StoredRelease::prerelease)
            .column("created_at", "timestamptz", StoredRelease::createdAt)
            .column("published_at", "timestamptz", StoredRelease::publishedAt)
            .onConflict("""
                    on conflict on constraint release_pkey do update
                    set tag = excluded.tag, name = excluded.name, target_sha = excluded.target_sha,
                        draft = excluded.draft, prerelease = excluded.prerelease, created_at = excluded.created_at,
                        published_at = excluded.published_at
                    """);
    private static final String LEAVE =
            "delete from pulse.release where organization_id = ? and repo_id = ? and not github_id = any (?)";

    /** Makes these the repository's releases, each id once. Idempotent. */
    public void replace(Connection connection, long organizationId, long repoId, Collection<StoredRelease> releases)
            throws SQLException {
        Long[] ids = releases.stream().map(StoredRelease::githubId).toArray(Long[]::new);
        Sql.of(LEAVE, organizationId, repoId, ids).update(connection);
        UPSERT.write(connection, releases);
    }
}

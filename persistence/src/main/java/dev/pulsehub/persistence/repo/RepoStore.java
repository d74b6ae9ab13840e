package dev.pulsehub.persistence.repo;

import dev.pulsehub.persistence.connection.Bulk;
import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Repositories of a tenant, known by GitHub's id: a rename or a move changes the row, never its key. */
public final class RepoStore {

    private static final Bulk<StoredRepo> UPSERT = Bulk.<StoredRepo>into("pulse.repo as known")
            .column("organization_id", "bigint", StoredRepo::organizationId)
            .column("github_id", "bigint", StoredRepo::githubId)
            .column("owner_login", "text", StoredRepo::ownerLogin)
            .column("name", "text", StoredRepo::name)
            .column("description", "text", StoredRepo::description)
            .column("private", "boolean", StoredRepo::isPrivate)
            .column("archived", "boolean", StoredRepo::isArchived)
            .column("fork", "boolean", StoredRepo::isFork)
            .column("default_branch", "text", StoredRepo::defaultBranch)
            .column("language", "text", StoredRepo::language)
            .column("star_count", "integer", StoredRepo::starCount)
            .column("fork_count", "integer", StoredRepo::forkCount)
            .column("url", "text", StoredRepo::url)
            .column("created_at", "timestamptz", StoredRepo::createdAt)
            .column("updated_at", "timestamptz", StoredRepo::updatedAt)
            .column("pushed_at", "timestamptz", StoredRepo::pushedAt)
            .onConflict("""
                    on conflict on constraint repo_pkey do update
                    set owner_login = excluded.owner_login, name = excluded.name, description = excluded.description,
                        private = excluded.private, archived = excluded.archived, fork = excluded.fork,
                        default_branch = excluded.default_branch, language = excluded.language,
                        star_count = excluded.star_count, fork_count = excluded.fork_count, url = excluded.url,
                        created_at = excluded.created_at, updated_at = excluded.updated_at,
                        pushed_at = excluded.pushed_at, gone_at = null
                    where excluded.updated_at >= known.updated_at
                    """);

    private static final String MARK_GONE = """
            update pulse.repo
            set gone_at = ?
            where organization_id = ? and lower(owner_login) = lower(?) and gone_at is null and not github_id = any (?)
            """;

    private static final String TRACKED = """
            select r.organization_id, r.github_id, r.owner_login, r.name, o.time_zone
            from pulse.repo r
            join pulse.organization o on o.id = r.organization_id
            where r.gone_at is null
            """;

    private static final String GRANT_TO_MEMBER = """
            insert into pulse.repo_access (organization_id, repo_id, person_id, permission, checked_at)
            select ?, granted.repo_id, ?, 'admin', now()
            from unnest(?::bigint[]) as granted (repo_id)
            on conflict on constraint repo_access_pkey do update
            set permission = excluded.permission, checked_at = excluded.checked_at
            """;

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('repo ' || ? || ' ' || ?, 0)) is null as locked";

    /** How many repositories the organization has, those that are gone included. */
    public long count(Connection connection, long organizationId) throws SQLException {
        return Sql.of("select count(*) as repos from pulse.repo where organization_id = ?", organizationId)
                .get(connection, row -> row.number("repos"));
    }

    /** Writes repositories, each id once. Idempotent. */
    public void write(Connection connection, Collection<StoredRepo> repos) throws SQLException {
        UPSERT.write(connection, repos);
    }

    /** Marks the owner's repositories that GitHub no longer lists. */
    public int markGone(Connection connection, long organizationId, String owner, Collection<Long> listed, Instant now)
            throws SQLException {
        return Sql.of(MARK_GONE, now, organizationId, owner, listed.toArray(Long[]::new))
                .update(connection);
    }

    public Optional<TrackedRepo> findTracked(Connection connection, long organizationId, long githubId)
            throws SQLException {
        return Sql.of(TRACKED + " and r.organization_id = ? and r.github_id = ?", organizationId, githubId)
                .find(connection, RepoStore::tracked);
    }

    /** Every tenant's row of one of GitHub's repositories; by organization. */
    public List<TrackedRepo> listTracked(Connection connection, long githubId) throws SQLException {
        return Sql.of(TRACKED + " and r.github_id = ? order by r.organization_id", githubId)
                .list(connection, RepoStore::tracked);
    }

    /** All repositories that are synchronised; by organization and id. */
    public List<TrackedRepo> listTracked(Connection connection) throws SQLException {
        return Sql.of(TRACKED + " order by r.organization_id, r.github_id").list(connection, RepoStore::tracked);
    }

    /** Lets a person see repositories, as somebody whose own token lists them. Idempotent. */
    public void grant(Connection connection, long organizationId, long personId, Collection<Long> repoIds)
            throws SQLException {
        Sql.of(GRANT_TO_MEMBER, organizationId, personId, repoIds.toArray(Long[]::new))
                .update(connection);
    }

    /** Makes this transaction the repository's only writer until it ends. */
    public void lock(Connection connection, long organizationId, long repoId) throws SQLException {
        Sql.of(LOCK, organizationId, repoId).get(connection, row -> row.flag("locked"));
    }

    private static TrackedRepo tracked(Row row) throws SQLException {
        return new TrackedRepo(
                row.number("organization_id"),
                row.number("github_id"),
                row.text("owner_login"),
                row.text("name"),
                ZoneId.of(row.text("time_zone")));
    }
}

package dev.pulsehub.persistence.pullrequest;

import dev.pulsehub.persistence.connection.Bulk;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Commits of default branches. One that a pull request brought before is the same row. */
public final class BranchCommitStore {

    private static final Bulk<StoredCommit> WRITE =
            columns().column("on_default_branch", "boolean", commit -> true).onConflict("""
                    on conflict on constraint commit_pkey do update set on_default_branch = true
                    where not known.on_default_branch
                    """);

    private static final String KNOWN = """
            select count(*) as n
            from pulse.commit
            where organization_id = ? and repo_id = ? and sha = any (?) and on_default_branch
            """;

    private static final String COUNT =
            "select count(*) as n from pulse.commit where organization_id = ? and repo_id = ? and on_default_branch";

    private static final String FORGET = """
            delete from pulse.commit c
            where c.organization_id = ? and c.repo_id = ? and c.on_default_branch and not c.sha = any (?)
              and not exists (select from pulse.pull_request_commit held
                              where held.organization_id = c.organization_id and held.repo_id = c.repo_id
                                and held.sha = c.sha)
            """;

    private static final String LEAVE = """
            update pulse.commit
            set on_default_branch = false
            where organization_id = ? and repo_id = ? and on_default_branch and not sha = any (?)
            """;

    /** What is stored of every commit, wherever it comes from. */
    static Bulk<StoredCommit> columns() {
        return Bulk.<StoredCommit>into("pulse.commit as known")
                .column("organization_id", "bigint", StoredCommit::organizationId)
                .column("repo_id", "bigint", StoredCommit::repoId)
                .column("sha", "text", StoredCommit::sha)
                .column("author_id", "bigint", StoredCommit::authorId)
                .column("author_name", "text", StoredCommit::authorName)
                .column("authored_at", "timestamptz", StoredCommit::authoredAt)
                .column("committed_at", "timestamptz", StoredCommit::committedAt)
                .column("parent_count", "integer", StoredCommit::parentCount)
                .column("headline", "text", StoredCommit::headline);
    }

    public void write(Connection connection, List<StoredCommit> commits) throws SQLException {
        WRITE.write(connection, commits);
    }

    /** Whether all of these are known to be on the branch. */
    public boolean isKnown(Connection connection, long organizationId, long repoId, Collection<String> shas)
            throws SQLException {
        return Sql.of(KNOWN, organizationId, repoId, shas.toArray(String[]::new))
                        .get(connection, row -> row.number("n"))
                == shas.stream().distinct().count();
    }

    public long count(Connection connection, long organizationId, long repoId) throws SQLException {
        return Sql.of(COUNT, organizationId, repoId).get(connection, row -> row.number("n"));
    }

    /** The branch holds these and no others, as it is after somebody rewrote it. */
    public void leaveOnly(Connection connection, long organizationId, long repoId, Collection<String> shas)
            throws SQLException {
        String[] held = shas.toArray(String[]::new);
        Sql.of(FORGET, organizationId, repoId, held).update(connection);
        Sql.of(LEAVE, organizationId, repoId, held).update(connection);
    }
}

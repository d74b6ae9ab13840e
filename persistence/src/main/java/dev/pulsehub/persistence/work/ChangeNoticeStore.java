package dev.pulsehub.persistence.work;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Change notices: written in the transaction that changed the rows, read by every web replica. */
public final class ChangeNoticeStore {

    private static final String APPEND =
            "insert into pulse.change_notice (organization_id, repo_id, kinds) values (?, ?, ?)";

    private static final String READ = """
            select id, organization_id, repo_id, kinds, created_at
            from pulse.change_notice
            where id > ? or id = any (?)
            order by id
            limit ?
            """;

    private static final String LAST = "select coalesce(max(id), 0) as id from pulse.change_notice";

    private static final String PURGE =
            "delete from pulse.change_notice where created_at < now() - ? * interval '1 second'";

    public void append(Connection connection, long organizationId, long repoId, Collection<String> kinds)
            throws SQLException {
        String[] sorted = kinds.stream().distinct().sorted().toArray(String[]::new);
        Sql.of(APPEND, organizationId, repoId, sorted).update(connection);
    }

    /** Newest id that can be seen now; zero when there is none. */
    public long lastId(Connection connection) throws SQLException {
        return Sql.of(LAST).get(connection, row -> row.number("id"));
    }

    /**
     * Notices after the id, and those of the given earlier ids that have appeared, by id. Read through
     * {@link ChangeNoticeReader}: ids are given before commit, so a smaller one may appear after a greater one.
     */
    public List<ChangeNotice> listAfter(Connection connection, long id, Collection<Long> earlier, int limit)
            throws SQLException {
        return Sql.of(READ, id, earlier.toArray(Long[]::new), limit).list(connection, ChangeNoticeStore::notice);
    }

    /** Deletes notices older than the given time. */
    public int purge(Connection connection, Duration kept) throws SQLException {
        return Sql.of(PURGE, kept).update(connection);
    }

    private static ChangeNotice notice(Row row) throws SQLException {
        return new ChangeNotice(
                row.number("id"),
                row.number("organization_id"),
                row.number("repo_id"),
                row.texts("kinds"),
                row.moment("created_at"));
    }
}

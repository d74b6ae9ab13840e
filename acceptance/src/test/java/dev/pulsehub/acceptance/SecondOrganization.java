package dev.pulsehub.acceptance;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Another tenant in the same database, for as long as a test needs it: one repository with one merged pull request. */
record SecondOrganization(Connection owner, long first, long id) implements AutoCloseable {

    static final long REPO = 9_900_001;
    static final String TITLE = "Plans of globex";

    static SecondOrganization beside(RunningStack stack) throws SQLException {
        URI url = URI.create(stack.address("POSTGRES_MIGRATION_URL"));
        List<String> login = List.of(url.getUserInfo().split(":", 2));
        Connection owner = DriverManager.getConnection(
                "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(),
                login.getFirst(),
                login.getLast());
        long first = number(owner, "select min(id) from pulse.organization");
        long id = number(owner, "insert into pulse.organization (slug, name) values ('globex', 'Globex') returning id");
        try (var statement = owner.createStatement()) {
            statement.execute("""
                    insert into pulse.repo (organization_id, github_id, owner_login, name, private, archived, fork,
                                            star_count, fork_count, url, created_at, updated_at)
                    values (%1$d, %2$d, 'globex', 'plans', true, false, false, 1, 0, 'https://x', now(), now());
                    insert into pulse.pull_request (organization_id, github_id, repo_id, number, title, state, draft, labels,
                                                    base_ref, head_ref, head_sha, additions, deletions, changed_files, url,
                                                    created_at, updated_at, closed_at, merged_at)
                    values (%1$d, %2$d, %2$d, 1, '%3$s', 'MERGED', false, '{}', 'main', 'topic', 'abc', 1, 1, 1, 'https://x',
                            now() - interval '2 days', now(), now() - interval '1 day', now() - interval '1 day');
                    """.formatted(id, REPO, TITLE));
        }
        return new SecondOrganization(owner, first, id);
    }

    private static long number(Connection owner, String query) throws SQLException {
        try (var statement = owner.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (owner;
                var statement = owner.createStatement()) {
            statement.execute("delete from pulse.organization where id = " + id);
        }
    }
}

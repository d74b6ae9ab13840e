package dev.pulsehub.acceptance;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Another organization on the simulated GitHub and in Pulse-Hub, with one member and one private repository. */
record ConnectedGlobex(RunningStack stack) implements AutoCloseable {

    static final String REPO = "globex/plans";
    static final String MEMBER = "gita-rao";
    static final String ISSUE = "Take over the world";

    static ConnectedGlobex of(RunningStack stack) throws Exception {
        stack.change("/accounts", "{\"login\":\"globex\",\"type\":\"Organization\"}");
        stack.change("/accounts", "{\"login\":\"" + MEMBER + "\",\"name\":\"Gita Rao\"}");
        stack.change("/orgs/globex/members/" + MEMBER, "{\"role\":\"admin\"}");
        stack.change("/orgs/globex/repos", "{\"name\":\"plans\"}");
        stack.change("/repos/" + REPO + "/issues", "{\"title\":\"" + ISSUE + "\",\"author\":\"" + MEMBER + "\"}");
        ConnectedGlobex globex = new ConnectedGlobex(stack);
        globex.execute("""
                insert into pulse.organization (slug, name) values ('globex', 'Globex');
                insert into pulse.source_account (organization_id, login)
                select id, 'globex' from pulse.organization where slug = 'globex';
                """);
        stack.await(
                "globex is synchronised",
                Duration.ofMinutes(2),
                () -> globex.number("select count(*) from pulse.issue where title = '" + ISSUE + "'") == 1);
        return globex;
    }

    long number(String query) {
        try (Connection owner = connect();
                var statement = owner.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void execute(String statements) throws SQLException {
        try (Connection owner = connect();
                var statement = owner.createStatement()) {
            statement.execute(statements);
        }
    }

    private Connection connect() throws SQLException {
        URI url = URI.create(stack.address("POSTGRES_MIGRATION_URL"));
        List<String> login = List.of(url.getUserInfo().split(":", 2));
        return DriverManager.getConnection(
                "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(),
                login.getFirst(),
                login.getLast());
    }

    @Override
    public void close() throws SQLException {
        execute("delete from pulse.organization where slug = 'globex'");
    }
}

package dev.pulsehub.acceptance;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Number and digest of each replayable table's rows: all that a fresh synchronisation can know. */
final class Digests {

    private static final List<String> TABLES = List.of(
            "account",
            "comment_fact",
            "commit",
            "issue",
            "label",
            "milestone",
            "pull_request",
            "pull_request_commit",
            "pull_request_fact",
            "repo",
            "repo_day",
            "review",
            "timeline_event",
            "workflow",
            "workflow_run");

    private Digests() {}

    /** The digests once two looks in a row are equal: what was marked for another look arrives after the first load. */
    static Map<String, String> settled(String ownerUrl) throws SQLException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        Map<String, String> before = Map.of();
        Map<String, String> now = of(ownerUrl);
        while (!now.equals(before) && System.nanoTime() < end) {
            Thread.sleep(4_000);
            before = now;
            now = of(ownerUrl);
        }
        return now;
    }

    static Connection connect(String ownerUrl) throws SQLException {
        URI url = URI.create(ownerUrl);
        List<String> user = List.of(url.getUserInfo().split(":", 2));
        String jdbc = "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath();
        return DriverManager.getConnection(jdbc, user.getFirst(), user.getLast());
    }

    private static Map<String, String> of(String ownerUrl) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = connect(ownerUrl);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                digests.put(table, digest(statement, table));
            }
        }
        return digests;
    }

    /** {@code seen_at} is when this copy looked, not what GitHub said. */
    private static String digest(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select count(*) || ' ' || coalesce(md5(string_agg(one, E'\\n' order by one)), '')
                from (select (to_jsonb(t) - 'seen_at')::text as one from pulse.%s t) as rows""".formatted(table))) {
            row.next();
            return row.getString(1);
        }
    }
}

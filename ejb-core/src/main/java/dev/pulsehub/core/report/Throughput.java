package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many pull requests were opened, merged and closed without merge in each piece of the window. */
final class Throughput {

    private static final String QUERY = """
            select e.what, date_trunc(?, e.at at time zone ?)::date::text as bucket, count(*) as n
            from report.pull_request p
            cross join lateral (values ('opened', p.created_at), ('merged', p.merged_at),
                ('closed', case when p.state = 'CLOSED' then p.closed_at end)) e (what, at)
            where p.organization_id = ? and p.repository_id = any(?) and (? or not p.author_is_bot)
              and (p.created_at >= ? and p.created_at < ? or p.closed_at >= ? and p.closed_at < ?)
              and e.at >= ? and e.at < ?
            group by e.what, bucket
            """;

    private record Count(String what, LocalDate bucket, long n) {}

    private Throughput() {}

    static List<ThroughputPoint> read(Connection connection, Selection selection, Scope scope, Window window)
            throws SQLException {
        Map<LocalDate, Map<String, Long>> counts = new HashMap<>();
        Sql.of(
                        QUERY,
                        window.bucket().unit(),
                        window.zone().getId(),
                        selection.organizationId(),
                        scope.repoIds(),
                        selection.bots(),
                        window.from(),
                        window.to(),
                        window.from(),
                        window.to(),
                        window.from(),
                        window.to())
                .list(
                        connection,
                        row -> new Count(row.text("what"), LocalDate.parse(row.text("bucket")), row.number("n")))
                .forEach(count -> counts.computeIfAbsent(count.bucket(), day -> new HashMap<>())
                        .put(count.what(), count.n()));
        List<ThroughputPoint> points = new ArrayList<>();
        for (LocalDate start : window.buckets()) {
            Map<String, Long> of = counts.getOrDefault(start, Map.of());
            points.add(new ThroughputPoint(
                    Pieces.first(window, start),
                    Pieces.last(window, start),
                    of.getOrDefault("opened", 0L),
                    of.getOrDefault("merged", 0L),
                    of.getOrDefault("closed", 0L)));
        }
        return List.copyOf(points);
    }
}

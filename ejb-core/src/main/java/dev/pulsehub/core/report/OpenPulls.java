package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How old pull requests were that stood open: now, when the window began, and along the window. */
final class OpenPulls {

    /** Only what was still open when the window began is looked at more than once. */
    private static final String QUERY = """
            with alive as materialized (
                select p.created_at, p.closed_at
                from report.pull_request p
                where p.organization_id = ? and p.repository_id = any(?) and (? or not p.author_is_bot)
                  and (p.closed_at is null or p.closed_at > ?))
            select m.place, count(*) as n,
                percentile_cont(0.9) within group (order by extract(epoch from to_timestamp(m.at) - a.created_at)) as age
            from unnest(?::bigint[]) with ordinality m (at, place)
            join alive a on a.created_at <= to_timestamp(m.at)
                and (a.closed_at is null or a.closed_at > to_timestamp(m.at))
            group by m.place
            """;

    private record Age(int place, long n, Optional<Double> p90) {}

    private OpenPulls() {}

    static Headline read(Connection connection, Selection selection, Scope scope, Window window, Instant now)
            throws SQLException {
        List<Long> moments = moments(window, now);
        Map<Integer, Age> ages = new HashMap<>();
        Sql.of(
                        QUERY,
                        selection.organizationId(),
                        scope.repoIds(),
                        selection.bots(),
                        window.from(),
                        moments.toArray(Long[]::new))
                .list(connection, row -> new Age(row.count("place"), row.number("n"), Fractions.find(row, "age")))
                .forEach(age -> ages.put(age.place(), age));
        Age none = new Age(0, 0, Optional.empty());
        List<Optional<Double>> spark = new ArrayList<>();
        for (int place = 3; place <= moments.size(); place++) {
            spark.add(ages.getOrDefault(place, none).p90());
        }
        Age current = ages.getOrDefault(1, none);
        Optional<Double> previous =
                window.compared() ? ages.getOrDefault(2, none).p90() : Optional.empty();
        return new Headline(Headline.Key.OPEN_PULL_AGE, current.p90(), previous, current.n(), spark);
    }

    /** Now, the window's beginning, then the end of each slice that has begun. */
    private static List<Long> moments(Window window, Instant now) {
        List<Long> moments = new ArrayList<>();
        moments.add(now.getEpochSecond());
        moments.add(window.from().getEpochSecond());
        double step = window.sliceSeconds();
        for (int slice = 1; slice <= window.slices(); slice++) {
            long end = window.from().getEpochSecond() + Math.round(step * slice);
            moments.add(Math.min(end, now.getEpochSecond()));
        }
        return moments;
    }
}

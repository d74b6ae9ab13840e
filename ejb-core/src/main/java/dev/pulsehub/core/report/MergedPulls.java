package dev.pulsehub.core.report;

import dev.pulsehub.core.report.Headline.Key;
import dev.pulsehub.core.report.TrendPoint.Spread;
import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Pull requests merged in the window and in the time before: totals, trend and sparklines in one statement. */
final class MergedPulls {

    private static final String QUERY = """
            with chosen as (
                select p.merged_at >= ? as recent, date_trunc(?, p.merged_at at time zone ?)::date as bucket,
                    case when p.merged_at >= ? then floor(extract(epoch from p.merged_at - ?) / ?)::int end as slice,
                    p.cycle_to_merge_seconds as cycle, p.pickup_seconds as pickup
                from report.pull_request p
                where p.organization_id = ? and p.repository_id = any(?) and p.state = 'MERGED'
                  and p.merged_at >= ? and p.merged_at < ? and (? or not p.author_is_bot))
            select recent, bucket::text as bucket, slice, grouping(bucket) + grouping(slice) = 2 as total,
                count(*) as merged, count(cycle) as cycles, count(pickup) as pickups,
                percentile_cont(0.5) within group (order by cycle) as cycle_p50,
                percentile_cont(0.9) within group (order by cycle) as cycle_p90,
                percentile_cont(0.5) within group (order by pickup) as pickup_p50
            from chosen
            group by grouping sets ((recent), (recent, bucket), (recent, slice))
            """;

    private record Group(
            boolean recent,
            boolean total,
            Optional<LocalDate> bucket,
            OptionalInt slice,
            long merged,
            Spread cycle,
            Optional<Double> pickup,
            long pickups) {

        Optional<Double> value(Key key) {
            return switch (key) {
                case CYCLE_TO_MERGE -> cycle.p50();
                case PICKUP_TIME -> pickup;
                default -> Optional.of((double) merged);
            };
        }

        long n(Key key) {
            return switch (key) {
                case CYCLE_TO_MERGE -> cycle.n();
                case PICKUP_TIME -> pickups;
                default -> merged;
            };
        }
    }

    private final Window window;
    private final List<Group> groups;

    private MergedPulls(Window window, List<Group> groups) {
        this.window = window;
        this.groups = groups;
    }

    static MergedPulls read(Connection connection, Selection selection, Scope scope, Window window)
            throws SQLException {
        Sql query = Sql.of(
                QUERY,
                window.from(),
                window.bucket().unit(),
                window.zone().getId(),
                window.from(),
                window.from(),
                window.sliceSeconds(),
                selection.organizationId(),
                scope.repoIds(),
                window.previousFrom(),
                window.to(),
                selection.bots());
        return new MergedPulls(window, query.list(connection, MergedPulls::group));
    }

    /** Cycle to merge, pull requests merged, or pickup time. */
    Headline headline(Key key) {
        Optional<Group> now = total(true);
        Optional<Double> previous =
                window.compared() ? total(false).flatMap(group -> group.value(key)) : Optional.empty();
        List<Optional<Double>> spark = new ArrayList<>();
        for (int i = 0; i < window.slices(); i++) {
            int slice = i;
            spark.add(groups.stream()
                    .filter(group -> group.slice().equals(OptionalInt.of(slice)))
                    .findFirst()
                    .flatMap(group -> group.value(key))
                    .or(() -> key == Key.PULLS_MERGED ? Optional.of(0.0) : Optional.empty()));
        }
        return new Headline(
                key,
                now.flatMap(group -> group.value(key)),
                previous,
                now.map(group -> group.n(key)).orElse(0L),
                spark);
    }

    List<TrendPoint> trend() {
        List<LocalDate> now = window.buckets();
        List<LocalDate> before = window.previousBuckets();
        List<TrendPoint> points = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            points.add(new TrendPoint(
                    Pieces.first(window, now.get(i)),
                    Pieces.last(window, now.get(i)),
                    spread(true, now.get(i)),
                    i < before.size() ? spread(false, before.get(i)) : Spread.NONE));
        }
        return List.copyOf(points);
    }

    private Spread spread(boolean recent, LocalDate bucket) {
        return groups.stream()
                .filter(group -> group.recent() == recent && group.bucket().equals(Optional.of(bucket)))
                .findFirst()
                .map(Group::cycle)
                .orElse(Spread.NONE);
    }

    private Optional<Group> total(boolean recent) {
        return groups.stream()
                .filter(group -> group.total() && group.recent() == recent)
                .findFirst();
    }

    private static Group group(Row row) throws SQLException {
        return new Group(
                row.flag("recent"),
                row.flag("total"),
                row.findText("bucket").map(LocalDate::parse),
                row.findNumber("slice").isPresent() ? OptionalInt.of(row.count("slice")) : OptionalInt.empty(),
                row.number("merged"),
                new Spread(Fractions.find(row, "cycle_p50"), Fractions.find(row, "cycle_p90"), row.number("cycles")),
                Fractions.find(row, "pickup_p50"),
                row.number("pickups"));
    }
}

package dev.pulsehub.core.report;

import dev.pulsehub.core.report.Headline.Key;
import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Workflow runs that completed and issues that were closed in the window and in the time before. */
final class RunsAndIssues {

    private static final String QUERY = """
            with chosen as (
                select 'RUN_SUCCESS_RATE' as key, w.completed_at as at, w.succeeded, null::bigint as seconds
                from report.workflow_run w
                where w.organization_id = ? and w.repository_id = any(?) and w.succeeded is not null
                  and w.completed_at >= ? and w.completed_at < ?
                union all
                select 'ISSUE_LEAD_TIME', i.closed_at, null, i.lead_seconds
                from report.issue i
                where i.organization_id = ? and i.repository_id = any(?) and i.lead_seconds is not null
                  and i.closed_at >= ? and i.closed_at < ? and (? or not i.author_is_bot)),
            sliced as (
                select c.key, c.at >= ? as recent, c.succeeded, c.seconds,
                    case when c.at >= ? then floor(extract(epoch from c.at - ?) / ?)::int end as slice
                from chosen c)
            select key, recent, slice, grouping(slice) = 1 as total, count(*) as n,
                count(*) filter (where succeeded) as good, percentile_cont(0.5) within group (order by seconds) as p50
            from sliced
            group by grouping sets ((key, recent), (key, recent, slice))
            """;

    private record Group(Key key, boolean recent, boolean total, OptionalInt slice, long n, Optional<Double> value) {}

    private final Window window;
    private final List<Group> groups;

    private RunsAndIssues(Window window, List<Group> groups) {
        this.window = window;
        this.groups = groups;
    }

    static RunsAndIssues read(Connection connection, Selection selection, Scope scope, Window window)
            throws SQLException {
        Sql query = Sql.of(
                QUERY,
                selection.organizationId(),
                scope.repoIds(),
                window.previousFrom(),
                window.to(),
                selection.organizationId(),
                scope.repoIds(),
                window.previousFrom(),
                window.to(),
                selection.bots(),
                window.from(),
                window.from(),
                window.from(),
                window.sliceSeconds());
        return new RunsAndIssues(window, query.list(connection, RunsAndIssues::group));
    }

    /** Run success rate or issue lead time. */
    Headline headline(Key key) {
        Optional<Group> now = total(key, true);
        Optional<Double> previous = window.compared() ? total(key, false).flatMap(Group::value) : Optional.empty();
        List<Optional<Double>> spark = new ArrayList<>();
        for (int i = 0; i < window.slices(); i++) {
            int slice = i;
            spark.add(groups.stream()
                    .filter(group -> group.key() == key && group.slice().equals(OptionalInt.of(slice)))
                    .findFirst()
                    .flatMap(Group::value));
        }
        return new Headline(
                key, now.flatMap(Group::value), previous, now.map(Group::n).orElse(0L), spark);
    }

    private Optional<Group> total(Key key, boolean recent) {
        return groups.stream()
                .filter(group -> group.total() && group.key() == key && group.recent() == recent)
                .findFirst();
    }

    private static Group group(Row row) throws SQLException {
        Key key = Key.valueOf(row.text("key"));
        long n = row.number("n");
        Optional<Double> value =
                key == Key.RUN_SUCCESS_RATE ? Optional.of(row.number("good") / (double) n) : Fractions.find(row, "p50");
        OptionalInt slice =
                row.findNumber("slice").isPresent() ? OptionalInt.of(row.count("slice")) : OptionalInt.empty();
        return new Group(key, row.flag("recent"), row.flag("total"), slice, n, value);
    }
}

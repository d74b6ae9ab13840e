package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells how long pull requests took from the first commit to the merge, and where the time went. */
@Dependent
public final class CycleTimeReport {

    private static final String QUERY = "select p.merged_at >= ? as recent, count(*) as merged, "
            + Percentiles.columns("p.cycle_to_merge_seconds", "cycle") + ", "
            + Percentiles.columns("p.coding_seconds", "coding") + ", "
            + Percentiles.columns("p.pickup_seconds", "pickup") + ", "
            + Percentiles.columns("p.review_seconds", "review") + """

            from report.pull_request p
            where p.organization_id = ? and p.repository_id = any(?) and p.state = 'MERGED'
              and p.merged_at >= ? and p.merged_at < ? and (? or not p.author_is_bot)
            group by recent
            """;

    private static final PullSort LONGEST = new PullSort(Optional.of(PullSort.Key.CYCLE_TO_MERGE), true);

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public CycleTimeReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param slowest how many of the slowest are named */
    public CycleTimes read(Selection selection, int slowest) {
        return transactions.call(Caller.reader(selection.personId()), connection -> {
            Instant now = clock.instant();
            Scope scope = Scope.read(connection, selection, now);
            Window window = scope.window(selection.range(), now);
            Map<Boolean, CycleTimes.Stages> stages = stages(connection, selection, scope, window);
            return new CycleTimes(
                    scope,
                    window,
                    stages.getOrDefault(true, CycleTimes.Stages.NONE),
                    stages.getOrDefault(false, CycleTimes.Stages.NONE),
                    slowest(connection, selection, scope, window, slowest));
        });
    }

    private static Map<Boolean, CycleTimes.Stages> stages(
            Connection connection, Selection selection, Scope scope, Window window) throws SQLException {
        Map<Boolean, CycleTimes.Stages> stages = new HashMap<>();
        Sql query = Sql.of(
                QUERY,
                window.from(),
                selection.organizationId(),
                scope.repoIds(),
                window.previousFrom(),
                window.to(),
                selection.bots());
        for (Map.Entry<Boolean, CycleTimes.Stages> one : query.list(connection, CycleTimeReport::entry)) {
            stages.put(one.getKey(), one.getValue());
        }
        return stages;
    }

    private static Map.Entry<Boolean, CycleTimes.Stages> entry(Row row) throws SQLException {
        return Map.entry(
                row.flag("recent"),
                new CycleTimes.Stages(
                        row.number("merged"),
                        Percentiles.read(row, "cycle"),
                        Percentiles.read(row, "coding"),
                        Percentiles.read(row, "pickup"),
                        Percentiles.read(row, "review")));
    }

    private static List<PullRequestRow> slowest(
            Connection connection, Selection selection, Scope scope, Window window, int count) throws SQLException {
        Optional<PullMetric> measured = Optional.of(PullMetric.CYCLE_TO_MERGE);
        PullFilter filter = new PullFilter(
                selection,
                Optional.of(PullState.MERGED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                measured,
                Optional.empty(),
                Optional.empty());
        Range.Moments moments = new Range.Moments(Optional.of(window.from()), Optional.of(window.to()));
        return filter.conditions(scope, moments)
                .in(PullRequestReport.COLUMNS + "where :where order by " + LONGEST.orderBy() + " limit ?", count)
                .list(connection, PullRequestRow::read);
    }
}

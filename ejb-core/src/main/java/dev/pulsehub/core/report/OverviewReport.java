package dev.pulsehub.core.report;

import dev.pulsehub.core.report.Headline.Key;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Answers "are we well, what changed, what needs me" in one transaction of seven statements. */
@Dependent
public final class OverviewReport {

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public OverviewReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The Overview of what the selection's person may see; empty numbers when that is nothing. */
    public Overview read(Selection selection) {
        Instant now = clock.instant();
        return transactions.call(Caller.reader(selection.personId()), connection -> read(connection, selection, now));
    }

    private static Overview read(Connection connection, Selection selection, Instant now) throws SQLException {
        Scope scope = Scope.read(connection, selection, now);
        Window window = scope.window(selection.range(), now);
        MergedPulls merged = MergedPulls.read(connection, selection, scope, window);
        RunsAndIssues other = RunsAndIssues.read(connection, selection, scope, window);
        AttentionList attention = AttentionList.read(connection, selection, scope, now);
        List<Headline> headlines = List.of(
                merged.headline(Key.CYCLE_TO_MERGE),
                merged.headline(Key.PULLS_MERGED),
                merged.headline(Key.PICKUP_TIME),
                OpenPulls.read(connection, selection, scope, window, now),
                other.headline(Key.RUN_SUCCESS_RATE),
                other.headline(Key.ISSUE_LEAD_TIME));
        return new Overview(
                scope,
                window,
                headlines,
                merged.trend(),
                Throughput.read(connection, selection, scope, window),
                attention.items(),
                attention.total(),
                RepoTable.read(connection, selection, scope, window));
    }
}

package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Says what is synchronised, how far, and what failed. */
@Dependent
public final class SyncReport {

    private static final String QUERY = """
            select s.*
            from report.sync_state s
            where s.organization_id = ? and s.repository_id = any(?)
            order by lower(s.repo), array_position(array['pulls', 'issues', 'runs', 'milestones', 'commits', 'deployments', 'releases'], s.kind)
            """;

    private static final String FAILED_JOBS = """
            select f.repo, f.failure, f.retry_at
            from report.sync_failure f
            where f.organization_id = ?
            order by f.repo nulls first, f.kind, f.number
            limit 50
            """;

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public SyncReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How far each kind of thing of each chosen repository is, and what failed. */
    public SyncOverview read(Selection selection) {
        return transactions.call(Caller.reader(selection.personId()), connection -> {
            Scope scope = Scope.read(connection, selection, clock.instant());
            List<SyncState> states =
                    Sql.of(QUERY, selection.organizationId(), scope.repoIds()).list(connection, SyncReport::state);
            List<SyncOverview.FailedJob> jobs =
                    Sql.of(FAILED_JOBS, selection.organizationId()).list(connection, SyncReport::job);
            return new SyncOverview(scope, states, jobs);
        });
    }

    private static SyncOverview.FailedJob job(Row row) throws SQLException {
        String message = row.text("failure");
        return new SyncOverview.FailedJob(
                row.findText("repo"), message, SyncState.Remedy.of(message), row.findMoment("retry_at"));
    }

    private static SyncState state(Row row) throws SQLException {
        boolean failing = row.flag("failing");
        Optional<SyncState.Failure> failure = Optional.empty();
        if (failing) {
            String message = row.findText("failure").orElse("");
            failure =
                    Optional.of(new SyncState.Failure(row.moment("failed_at"), message, SyncState.Remedy.of(message)));
        }
        return new SyncState(
                row.text("repo"),
                row.text("kind"),
                row.number("item_count"),
                row.findNumber("item_total"),
                row.number("request_count"),
                row.findMoment("watermark"),
                row.findMoment("succeeded_at"),
                phase(row, failing),
                failure);
    }

    private static SyncState.Phase phase(Row row, boolean failing) throws SQLException {
        if (failing) {
            return SyncState.Phase.FAILING;
        }
        if (row.findMoment("first_load_done_at").isPresent()) {
            return SyncState.Phase.CURRENT;
        }
        return row.flag("running") || row.number("item_count") > 0 ? SyncState.Phase.LOADING : SyncState.Phase.WAITING;
    }
}

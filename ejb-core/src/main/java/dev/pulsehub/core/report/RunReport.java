package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

/** Lists workflow runs, last started first. */
@Dependent
public final class RunReport {

    private static final String ORDER = " order by w.run_started_at desc, w.run_id desc";

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public RunReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One page, with the number of all. */
    public Listing<RunRow> page(RunFilter filter, Paging paging) {
        return transactions.call(Caller.reader(filter.selection().personId()), connection -> {
            Scope scope = Scope.read(connection, filter.selection(), clock.instant());
            long total = conditions(filter, scope)
                    .in("select count(*) as n from report.workflow_run w where :where")
                    .get(connection, row -> row.number("n"));
            List<RunRow> rows = conditions(filter, scope)
                    .in(
                            "select w.* from report.workflow_run w where :where" + ORDER + " offset ? limit ?",
                            paging.offset(),
                            paging.limit())
                    .list(connection, RunRow::read);
            return new Listing<>(scope, rows, OptionalLong.of(total));
        });
    }

    /** From the place the paging names; the number of all is not counted. */
    public Listing<RunRow> after(RunFilter filter, Paging paging) {
        return transactions.call(Caller.reader(filter.selection().personId()), connection -> {
            Scope scope = Scope.read(connection, filter.selection(), clock.instant());
            Conditions conditions = conditions(filter, scope);
            paging.addTo(conditions, "w.run_started_at", "w.run_id");
            List<RunRow> rows = conditions
                    .in("select w.* from report.workflow_run w where :where" + ORDER + " limit ?", paging.limit())
                    .list(connection, RunRow::read);
            return new Listing<>(scope, rows, OptionalLong.empty());
        });
    }

    private Conditions conditions(RunFilter filter, Scope scope) {
        return filter.conditions(scope, filter.selection().range().in(scope.zone(), clock.instant()));
    }
}

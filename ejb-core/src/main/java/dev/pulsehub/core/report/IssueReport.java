package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

/** Lists issues, newest first. */
@Dependent
public final class IssueReport {

    private static final String ORDER = " order by i.created_at desc, i.issue_id desc";

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public IssueReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One page, with the number of all. */
    public Listing<IssueRow> page(IssueFilter filter, Paging paging) {
        return transactions.call(Caller.reader(filter.selection().personId()), connection -> {
            Scope scope = Scope.read(connection, filter.selection(), clock.instant());
            long total = conditions(filter, scope)
                    .in("select count(*) as n from report.issue i where :where")
                    .get(connection, row -> row.number("n"));
            List<IssueRow> rows = conditions(filter, scope)
                    .in(
                            "select i.* from report.issue i where :where" + ORDER + " offset ? limit ?",
                            paging.offset(),
                            paging.limit())
                    .list(connection, IssueRow::read);
            return new Listing<>(scope, rows, OptionalLong.of(total));
        });
    }

    /** From the place the paging names; the number of all is not counted. */
    public Listing<IssueRow> after(IssueFilter filter, Paging paging) {
        return transactions.call(Caller.reader(filter.selection().personId()), connection -> {
            Scope scope = Scope.read(connection, filter.selection(), clock.instant());
            Conditions conditions = conditions(filter, scope);
            paging.addTo(conditions, "i.created_at", "i.issue_id");
            List<IssueRow> rows = conditions
                    .in("select i.* from report.issue i where :where" + ORDER + " limit ?", paging.limit())
                    .list(connection, IssueRow::read);
            return new Listing<>(scope, rows, OptionalLong.empty());
        });
    }

    private Conditions conditions(IssueFilter filter, Scope scope) {
        return filter.conditions(scope, filter.selection().range().in(scope.zone(), clock.instant()));
    }
}

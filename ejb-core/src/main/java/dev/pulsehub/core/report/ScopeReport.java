package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Says what a reader may see, for what is read elsewhere than here. */
@Dependent
public final class ScopeReport {

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public ScopeReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The scope of the selection; without a repository where the reader sees none. */
    public Scope read(Selection selection) {
        return transactions.call(
                Caller.reader(selection.personId()), connection -> Scope.read(connection, selection, clock.instant()));
    }
}

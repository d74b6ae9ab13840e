package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The organizations a person belongs to, by the name their addresses use. */
@Dependent
public final class Organizations {

    private final Transactions transactions;

    @Inject
    public Organizations(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The number of the organization; empty when there is none, or none the person belongs to. */
    public Optional<Long> find(long personId, String slug) {
        return transactions.call(
                Caller.reader(personId),
                connection -> Sql.of("select organization_id from report.organization where slug = lower(?)", slug)
                        .find(connection, row -> row.number("organization_id")));
    }
}

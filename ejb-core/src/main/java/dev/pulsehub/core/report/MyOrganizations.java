package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** The organizations a person can look at. */
@Dependent
public final class MyOrganizations {

    private static final String QUERY = """
            select organization_id, name
            from report.organization
            order by lower(name), organization_id
            """;

    private final Transactions transactions;

    @Inject
    public MyOrganizations(Transactions transactions) {
        this.transactions = transactions;
    }

    /** One of them. */
    public record Organization(long id, String name) {}

    /** By name. */
    public List<Organization> list(long personId) {
        return transactions.call(
                Caller.reader(personId),
                connection -> Sql.of(QUERY)
                        .list(connection, row -> new Organization(row.number("organization_id"), row.text("name"))));
    }
}

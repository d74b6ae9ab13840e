package dev.pulsehub.mcp.health;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the database answers and holds what the tools read. */
@ApplicationScoped
public class Database {

    @Inject
    private Transactions transactions;

    boolean isReady() {
        try {
            return transactions.call(
                    Caller.writer(),
                    connection -> Sql.of("select to_regclass('pulse.api_token') is not null as there")
                            .get(connection, row -> row.flag("there")));
        } catch (DatabaseFailed | IllegalStateException e) {
            return false;
        }
    }
}

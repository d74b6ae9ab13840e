package dev.pulsehub.web.health;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the database answers and is migrated. */
@ApplicationScoped
public class Database {

    @Inject
    private Transactions transactions;

    boolean isHealthy() {
        try {
            return transactions.call(
                    Caller.writer(),
                    connection -> Sql.of("select to_regclass('pulse.sync_job') is not null as there")
                            .get(connection, row -> row.flag("there")));
        } catch (DatabaseFailed | IllegalStateException e) {
            return false;
        }
    }
}

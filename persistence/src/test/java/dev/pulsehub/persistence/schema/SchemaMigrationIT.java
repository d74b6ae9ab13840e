package dev.pulsehub.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SchemaMigrationIT {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void a_second_run_changes_nothing() {
        new SchemaMigration(database.owner(), database.application().user()).run();

        assertThat(count("select count(*) from pulse.organization")).isZero();
    }

    @Test
    void without_a_caller_every_statement_is_refused() {
        assertThatThrownBy(() -> database.transactions()
                        .call(Caller.none(), connection -> count(connection, "select count(*) from pulse.issue")))
                .isInstanceOf(DatabaseFailed.class)
                .hasMessageContaining("permission denied");
    }

    private long count(String sql) {
        return database.transactions().call(Caller.writer(), connection -> count(connection, sql));
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

package dev.pulsehub.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulsehub.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionGuardIT {

    private static final PulseDataSource SOURCE =
            new PulseDataSource(TestDatabase.fresh().application());
    private static final String WHO = "select current_user || ' ' || current_setting('app.person_id')";
    private static final String AUTOCOMMIT = "no transaction";
    private static final String CHANGED = "caller changed inside a transaction";

    private final Connection connection;

    ConnectionGuardIT() throws SQLException {
        connection = SOURCE.getConnection();
    }

    @BeforeEach
    void a_transaction() throws SQLException {
        connection.setAutoCommit(false);
    }

    @AfterEach
    void is_closed() throws SQLException {
        connection.close();
    }

    @Test
    void a_transaction_speaks_in_its_callers_name_and_the_next_one_in_its_own() throws SQLException {
        try (CurrentCaller.Scope scope = CurrentCaller.as(Caller.reader(7))) {
            assertThat(ask(connection, WHO)).isEqualTo("pulse_reader 7");
            connection.commit();
        }
        try (CurrentCaller.Scope scope = CurrentCaller.as(Caller.writer())) {
            assertThat(ask(connection, WHO)).isEqualTo("pulse_writer ");
            connection.rollback();
        }
        assertThat(ask(connection, WHO)).isEqualTo("pulse_none ");
    }

    @Test
    void outside_a_transaction_nothing_is_said() throws SQLException {
        connection.setAutoCommit(true);

        assertThatThrownBy(() -> connection.createStatement()).hasMessageContaining(AUTOCOMMIT);
        assertThatThrownBy(() -> connection.prepareStatement("select 1")).hasMessageContaining(AUTOCOMMIT);
        assertThatThrownBy(() -> connection.prepareCall("select 1")).hasMessageContaining(AUTOCOMMIT);
        assertThatThrownBy(() -> connection.unwrap(org.postgresql.PGConnection.class))
                .hasMessageContaining(AUTOCOMMIT);
        assertThat(connection.isValid(1)).isTrue();
        assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
    }

    @Test
    void another_caller_inside_the_transaction_is_refused() throws SQLException {
        try (CurrentCaller.Scope scope = CurrentCaller.as(Caller.reader(7));
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            try (CurrentCaller.Scope inner = CurrentCaller.as(Caller.reader(8))) {
                assertThatThrownBy(() -> statement.execute("select 1")).hasMessageContaining(CHANGED);
                assertThatThrownBy(() -> connection.createStatement()).hasMessageContaining(CHANGED);

                connection.setAutoCommit(false); // changes nothing, so the transaction goes on
                assertThatThrownBy(() -> connection.createStatement()).hasMessageContaining(CHANGED);
            }
        }
    }

    @Test
    void going_back_to_a_savepoint_keeps_the_caller() throws SQLException {
        try (CurrentCaller.Scope scope = CurrentCaller.as(Caller.reader(7))) {
            Savepoint savepoint = connection.setSavepoint();
            connection.createStatement().execute("select 1");
            connection.rollback(savepoint);

            assertThat(ask(connection, WHO)).isEqualTo("pulse_reader 7");
            try (CurrentCaller.Scope inner = CurrentCaller.as(Caller.writer())) {
                assertThatThrownBy(() -> connection.createStatement()).hasMessageContaining(CHANGED);
            }
        }
    }

    @Test
    void a_statement_kept_over_a_commit_must_say_again_who_is_asking() throws SQLException {
        try (PreparedStatement kept = asWriter("select count(*) from pulse.issue")) {
            connection.commit();

            assertThatThrownBy(kept::executeQuery).hasMessageContaining("permission denied");

            connection.rollback();
            connection.setAutoCommit(true);
            assertThatThrownBy(kept::executeQuery).hasMessageContaining(AUTOCOMMIT);
        }
    }

    @Test
    void neither_a_statement_nor_metadata_hands_out_the_connection_beneath() throws SQLException {
        assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
        assertThat(connection.createStatement().getConnection()).isSameAs(connection);
        assertThat(connection.prepareStatement("select 1").getConnection()).isSameAs(connection);
    }

    @Test
    void a_dead_connection_is_not_valid() throws SQLException {
        connection.close();

        assertThat(connection.isValid(1)).isFalse();
    }

    private PreparedStatement asWriter(String sql) throws SQLException {
        try (CurrentCaller.Scope scope = CurrentCaller.as(Caller.writer())) {
            PreparedStatement statement = connection.prepareStatement(sql);
            statement.executeQuery().close();
            return statement;
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

package dev.pulsehub.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulsehub.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JtaTransactionsIT {

    private static final PulseDataSource PHYSICAL =
            new PulseDataSource(TestDatabase.fresh().application());
    private static final String INSERT =
            "insert into pulse.lease (name, holder, held_until) values ('timer', 'one', now())";

    private final InMemoryContainer container = new InMemoryContainer(PHYSICAL);
    private final TxDataSource source = new TxDataSource(TxDataSource.PULSE, container, container);
    private final Transactions transactions = new JtaTransactions(container, source);

    @BeforeEach
    void nothing_is_stored() {
        transactions.run(
                Caller.writer(), connection -> Sql.of("delete from pulse.lease").update(connection));
    }

    @Test
    void what_the_work_did_is_stored_when_it_returns() {
        transactions.run(Caller.writer(), connection -> Sql.of(INSERT).update(connection));

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void nothing_is_stored_when_the_work_throws() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.run(Caller.writer(), connection -> {
                    Sql.of(INSERT).update(connection);
                    throw new IllegalStateException("on purpose");
                }));

        assertThat(stored()).isZero();
        assertThat(container.getStatus()).isEqualTo(jakarta.transaction.Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void what_postgresql_says_at_commit_is_told() {
        transactions.run(Caller.writer(), connection -> Sql.of(INSERT).update(connection));

        assertThatThrownBy(() -> transactions.run(Caller.writer(), connection -> {
                    Sql.of(INSERT).update(connection);
                }))
                .isInstanceOf(DatabaseFailed.class)
                .hasMessageContaining("lease_pkey");
    }

    @Test
    void one_transaction_takes_one_handle_and_gives_it_back() {
        int before = container.handedOut();

        transactions.run(Caller.writer(), connection -> {
            try (Connection second = source.getConnection();
                    Connection looked = new TxDataSource(TxDataSource.PULSE, container, container).getConnection()) {
                assertThat(pid(second)).isEqualTo(pid(connection));
                assertThat(pid(looked)).isEqualTo(pid(connection));
            }
            assertThat(connection.isClosed()).isFalse();
        });

        assertThat(container.handedOut() - before).isEqualTo(1);
    }

    @Test
    void the_work_may_not_end_the_transaction_itself() {
        transactions.run(Caller.writer(), connection -> {
            assertThatThrownBy(connection::commit).hasMessage("commit belongs to the transaction");
            assertThatThrownBy(connection::rollback).hasMessage("rollback belongs to the transaction");
            assertThatThrownBy(() -> connection.setAutoCommit(true))
                    .hasMessage("setAutoCommit belongs to the transaction");
        });
    }

    @Test
    void a_transaction_inside_another_is_refused_and_nothing_of_both_is_stored() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.run(Caller.writer(), connection -> {
                    Sql.of(INSERT).update(connection);
                    transactions.run(
                            Caller.writer(), inner -> Sql.of("select 1").find(inner, row -> 1));
                }))
                .withMessageContaining("could not begin");

        assertThat(stored()).isZero();
    }

    private long stored() {
        return transactions.call(
                Caller.writer(),
                connection -> Sql.of("select count(*) as n from pulse.lease").get(connection, row -> row.number("n")));
    }

    private static long pid(Connection connection) throws SQLException {
        return Sql.of("select pg_backend_pid() as pid").get(connection, row -> row.number("pid"));
    }
}

package dev.pulsehub.persistence.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseStoreIT {

    private static final Transactions TRANSACTIONS = TestDatabase.fresh().transactions();

    private final LeaseStore leases = new LeaseStore();

    @BeforeEach
    void nobody_holds_it() {
        TRANSACTIONS.run(
                Caller.writer(), connection -> connection.createStatement().execute("delete from pulse.lease"));
    }

    @Test
    void one_holder_keeps_the_others_out_until_it_lets_go() {
        assertThat(take("one", Duration.ofMinutes(1))).isTrue();
        assertThat(take("two", Duration.ofMinutes(1))).isFalse();
        assertThat(take("one", Duration.ofMinutes(1))).isTrue();

        TRANSACTIONS.run(Caller.writer(), connection -> leases.release(connection, "timer", "two"));
        assertThat(take("two", Duration.ofMinutes(1))).isFalse();

        TRANSACTIONS.run(Caller.writer(), connection -> leases.release(connection, "timer", "one"));
        assertThat(take("two", Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void a_lease_that_ended_is_taken_over() {
        assertThat(take("one", Duration.ZERO)).isTrue();

        assertThat(take("two", Duration.ofMinutes(1))).isTrue();
        assertThat(take("one", Duration.ofMinutes(1))).isFalse();
    }

    private boolean take(String holder, Duration term) {
        return TRANSACTIONS.call(Caller.writer(), connection -> leases.take(connection, "timer", holder, term));
    }
}

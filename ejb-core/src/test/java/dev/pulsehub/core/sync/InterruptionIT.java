package dev.pulsehub.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that dies anywhere loses nothing, and takes nothing back. */
class InterruptionIT {

    /** Ends the process as a kill would: nobody is told. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Dies in the n-th transaction, before or after its commit. */
    private record Mortal(Transactions transactions, AtomicInteger left, boolean afterCommit) implements Transactions {
        @Override
        public <T> T call(Caller caller, Work<T> work) {
            boolean dies = left.decrementAndGet() == 0;
            if (dies && !afterCommit) {
                throw new Killed();
            }
            T result = transactions.call(caller, work);
            if (dies) {
                throw new Killed();
            }
            return result;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22})
    void a_first_load_that_was_cut_off_goes_on_and_misses_nothing(int transactionsToLive) {
        try (Simulator simulator = grown()) {
            Tenant tenant = Tenant.of(simulator);
            die(tenant, transactionsToLive, transactionsToLive % 2 == 0);
            simulator.world().clock().advance(Duration.ofHours(2));
            for (int choice : List.of(4, 8, 210, 217, 17, 18, 130, 415)) {
                Worlds.mutate(simulator, choice + 20 * 31);
            }

            tenant.expireClaims();
            tenant.work();
            tenant.refresh();

            assertThat(tenant.differences(Tenant.synchronisedWith(simulator))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7, 9, 11, 13, 14, 15, 16, 17, 18, 19, 20})
    void a_refresh_that_was_cut_off_goes_on_and_misses_nothing(int transactionsToLive) {
        try (Simulator simulator = grown()) {
            Tenant tenant = Tenant.synchronisedWith(simulator);
            simulator.world().clock().advance(Duration.ofHours(2));
            grow(simulator);
            tenant.change("update pulse.sync_job set due_at = now() where kind = 'repo'");
            die(tenant, transactionsToLive, transactionsToLive % 2 == 0);
            simulator.world().clock().advance(Duration.ofHours(2));
            Worlds.mutate(simulator, 4 + 20 * 3);
            Worlds.mutate(simulator, 8 + 20 * 5);

            tenant.expireClaims();
            tenant.work();
            tenant.refresh();

            assertThat(tenant.differences(Tenant.synchronisedWith(simulator))).isEmpty();
        }
    }

    private static void die(Tenant tenant, int transactionsToLive, boolean afterCommit) {
        try {
            tenant.worker(new Mortal(tenant.transactions(), new AtomicInteger(transactionsToLive), afterCommit))
                    .workUntilIdle(() -> false);
        } catch (Killed e) {
            return; // as wanted; a life longer than the work is no failure either
        }
    }

    /** More than two pages of each kind. */
    private static Simulator grown() {
        Simulator simulator = Worlds.empty();
        grow(simulator);
        return simulator;
    }

    private static void grow(Simulator simulator) {
        for (int i = 0; i < 70; i++) {
            int pick = i;
            Worlds.happen(simulator, (verbs, repo) -> {
                verbs.issues().open(repo, "Issue " + pick, Worlds.person(simulator, pick), List.of());
                Worlds.openPull(simulator, verbs, pick, false);
                for (int run = 0; run < 4; run++) {
                    verbs.runs().complete(Worlds.startRun(simulator, verbs, repo, pick), "success");
                }
            });
            simulator.world().clock().advance(Duration.ofMinutes(7));
        }
    }
}

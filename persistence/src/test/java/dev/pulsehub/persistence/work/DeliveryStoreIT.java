package dev.pulsehub.persistence.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryStoreIT {

    private static final Transactions TRANSACTIONS = TestDatabase.fresh().transactions();
    private static final Duration TERM = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 3;

    private final DeliveryStore inbox =
            new DeliveryStore(new BackOff(Duration.ofHours(1), Duration.ofHours(8)), ATTEMPTS);

    @BeforeEach
    void an_empty_inbox() {
        TRANSACTIONS.run(
                Caller.writer(),
                connection -> connection.createStatement().execute("delete from pulse.webhook_delivery"));
    }

    @Test
    void a_redelivery_is_stored_once_even_within_one_batch() {
        NewDelivery delivery = arriving(100);

        assertThat(insert(List.of(delivery, delivery, arriving(100)))).isEqualTo(2);
        assertThat(insert(List.of(delivery))).isZero();
    }

    @Test
    void one_repository_is_claimed_in_the_order_of_arrival_with_its_bytes() {
        insert(List.of(arriving(100), arriving(200), arriving(100)));

        List<Delivery> claimed = claim("one", TERM);

        assertThat(claimed).extracting(Delivery::repoId).containsExactly(100L, 100L);
        assertThat(claimed).extracting(Delivery::id).isSorted();
        assertThat(claimed.getFirst().payload()).isEqualTo("{}".getBytes(UTF_8));
    }

    @Test
    void a_repository_is_held_by_one_worker_also_when_more_of_it_arrives() {
        insert(List.of(arriving(100)));
        List<Delivery> held = claim("one", TERM);

        insert(List.of(arriving(100), arriving(200)));
        assertThat(claim("two", TERM)).extracting(Delivery::repoId).containsExactly(200L);
        assertThat(claim("three", TERM)).isEmpty();

        assertThat(finish(held.getFirst())).isTrue();
        assertThat(claim("three", TERM)).extracting(Delivery::repoId).containsExactly(100L);
    }

    @Test
    void an_expired_claim_is_claimed_again_and_its_first_worker_is_told() {
        insert(List.of(arriving(100)));
        Delivery lost = claim("one", Duration.ZERO).getFirst();

        Delivery taken = claim("two", TERM).getFirst();

        assertThat(taken.id()).isEqualTo(lost.id());
        assertThat(finish(lost)).isFalse();
        assertThat(finish(taken)).isTrue();
        assertThat(outcome()).isEqualTo("applied");
    }

    @Test
    void a_failed_delivery_waits_without_holding_up_its_repository_and_is_parked_in_the_end() {
        insert(List.of(arriving(100)));
        fail(claim("one", TERM).getFirst());
        assertThat(claim("one", TERM)).isEmpty();

        for (int attempt = 2; attempt <= ATTEMPTS; attempt++) {
            letWaitsPass();
            fail(claim("one", TERM).getFirst());
        }

        assertThat(outcome()).isEqualTo("parked");
        letWaitsPass();
        assertThat(claim("one", TERM)).isEmpty();
    }

    @Test
    void a_delivery_that_kills_its_workers_is_parked_too() {
        insert(List.of(arriving(100)));
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            assertThat(claim("one", Duration.ZERO)).hasSize(1);
        }

        assertThat(claim("one", TERM)).isEmpty();
        assertThat(outcome()).isEqualTo("parked");
    }

    @Test
    void a_parked_delivery_can_be_replayed() {
        insert(List.of(arriving(100)));
        Delivery delivery = claim("one", TERM).getFirst();
        TRANSACTIONS.run(Caller.writer(), connection -> inbox.park(connection, delivery, "no such field"));
        assertThat(claim("one", TERM)).isEmpty();

        assertThat(DeliveryStoreIT.<Boolean>write(connection -> inbox.replay(connection, delivery.id())))
                .isTrue();

        assertThat(claim("one", TERM)).hasSize(1);
    }

    @Test
    void payloads_of_ended_deliveries_are_purged_and_parked_ones_kept() {
        insert(List.of(arriving(100), arriving(200), arriving(300)));
        finish(claim("one", TERM).getFirst());
        Delivery parked = claim("one", TERM).getFirst();
        TRANSACTIONS.run(Caller.writer(), connection -> inbox.park(connection, parked, "no such field"));

        assertThat(DeliveryStoreIT.<Integer>write(connection -> inbox.purgePayloads(connection, Duration.ofDays(1))))
                .isZero();
        assertThat(DeliveryStoreIT.<Integer>write(connection -> inbox.purgePayloads(connection, Duration.ZERO)))
                .isEqualTo(1);
    }

    @Test
    void a_stopping_worker_hands_its_deliveries_back() {
        insert(List.of(arriving(100), arriving(100)));
        claim("one", TERM);

        assertThat(DeliveryStoreIT.<Integer>write(connection -> inbox.release(connection, "one")))
                .isEqualTo(2);

        assertThat(claim("two", TERM)).extracting(Delivery::attempts).containsExactly(1, 1);
    }

    @Test
    void four_workers_share_the_inbox_and_never_a_repository() throws Exception {
        List<NewDelivery> arriving = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            arriving.add(arriving(100 + i % 6));
        }
        insert(arriving);
        Set<Long> inHands = ConcurrentHashMap.newKeySet();
        ConcurrentLinkedQueue<Long> worked = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> clashes = new ConcurrentLinkedQueue<>();
        List<Callable<Boolean>> workers = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            String name = "worker " + worker;
            workers.add(() -> {
                while (worked.size() < arriving.size()) {
                    List<Delivery> some = claim(name, TERM);
                    some.stream()
                            .limit(1)
                            .map(Delivery::repoId)
                            .filter(repo -> !inHands.add(repo))
                            .forEach(clashes::add);
                    some.forEach(delivery -> worked.add(delivery.id()));
                    some.stream().limit(1).map(Delivery::repoId).forEach(inHands::remove);
                    finishAll(some);
                }
                return true;
            });
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> worker : threads.invokeAll(workers)) {
                assertThat(worker.get()).isTrue();
            }
        }

        assertThat(clashes).isEmpty();
        assertThat(worked).hasSize(arriving.size()).doesNotHaveDuplicates();
    }

    private static NewDelivery arriving(long repoId) {
        return new NewDelivery(UUID.randomUUID(), "issues", repoId, "{}".getBytes(UTF_8));
    }

    private int insert(List<NewDelivery> deliveries) {
        return write(connection -> inbox.insert(connection, deliveries));
    }

    private List<Delivery> claim(String worker, Duration term) {
        return write(connection -> inbox.claimOneRepo(connection, worker, 5, term));
    }

    private boolean finish(Delivery delivery) {
        return write(connection -> inbox.finish(connection, delivery, Delivery.Outcome.APPLIED));
    }

    private void finishAll(List<Delivery> deliveries) {
        TRANSACTIONS.run(Caller.writer(), connection -> {
            for (Delivery delivery : deliveries) {
                assertThat(inbox.finish(connection, delivery, Delivery.Outcome.APPLIED))
                        .isTrue();
            }
        });
    }

    private void fail(Delivery delivery) {
        TRANSACTIONS.run(Caller.writer(), connection -> inbox.failed(connection, delivery, "no answer"));
    }

    private static void letWaitsPass() {
        TRANSACTIONS.run(
                Caller.writer(),
                connection -> connection.createStatement().execute("update pulse.webhook_delivery set due_at = now()"));
    }

    private static String outcome() {
        return write(connection ->
                Sql.of("select outcome from pulse.webhook_delivery").get(connection, row -> row.text("outcome")));
    }

    private static <T> T write(Transactions.Work<T> work) {
        return TRANSACTIONS.call(Caller.writer(), work);
    }
}

package dev.pulsehub.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.simulator.hook.Webhooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The promise: whatever happened on GitHub, the rows are those a fresh synchronisation would make. */
class ConvergenceIT {

    private static final String NOBODY_LISTENS = "http://localhost:1/";

    @Property(tries = 6, seed = "20260302", shrinking = ShrinkingMode.BOUNDED)
    void a_refresh_equals_a_fresh_synchronisation(
            @ForAll @Size(min = 5, max = 60) List<@IntRange(max = 99_999) Integer> choices) {
        try (Simulator simulator = Worlds.empty()) {
            Tenant refreshed = Tenant.synchronisedWith(simulator);
            for (int choice : choices) {
                Worlds.mutate(simulator, choice);
                pass(simulator, choice);
                if (choice % 7 == 0) {
                    refreshed.refresh();
                }
            }
            refreshed.refresh();

            assertThat(refreshed.differences(Tenant.synchronisedWith(simulator)))
                    .isEmpty();
        }
    }

    @Property(tries = 4, seed = "20260303", shrinking = ShrinkingMode.BOUNDED)
    void webhooks_alone_equal_a_fresh_synchronisation(
            @ForAll @Size(min = 5, max = 50) List<@IntRange(max = 99_999) Integer> choices) {
        try (Simulator simulator = Worlds.empty()) {
            Tenant told = Tenant.synchronisedWith(simulator);
            List<Webhooks.Delivery> deliveries = happen(simulator, choices);

            deliver(told, deliveries);

            assertThat(differencesButNames(told, simulator)).isEmpty();
        }
    }

    @Property(tries = 4, seed = "20260304", shrinking = ShrinkingMode.BOUNDED)
    void webhooks_that_come_twice_and_in_any_order_equal_a_fresh_synchronisation(
            @ForAll @Size(min = 5, max = 50) List<@IntRange(max = 99_999) Integer> choices, @ForAll long order) {
        try (Simulator simulator = Worlds.empty()) {
            Tenant told = Tenant.synchronisedWith(simulator);
            List<Webhooks.Delivery> deliveries = new ArrayList<>(happen(simulator, choices));
            deliveries.addAll(deliveries.subList(0, deliveries.size() / 2));
            Collections.shuffle(deliveries, new Random(order));

            deliver(told, deliveries);

            assertThat(differencesButNames(told, simulator)).isEmpty();
        }
    }

    /**
     * Everything at once: refreshes, deliveries that are lost, doubled, late and out of order, failures, and deaths.
     */
    @Property(tries = 8, seed = "20260305", shrinking = ShrinkingMode.BOUNDED)
    void after_anything_at_all_the_rows_are_those_of_a_fresh_synchronisation(
            @ForAll @Size(min = 5, max = 70) List<@IntRange(max = 999_999) Integer> choices, @ForAll long chance) {
        try (Simulator simulator = Anything.world()) {
            History history = new History(simulator, new Random(chance));
            for (int choice : choices) {
                Anything.happen(simulator, choice);
                pass(simulator, choice);
                history.meanwhile();
            }
            history.end();

            assertThat(history.tenant().differences(Tenant.synchronisedWith(simulator)))
                    .isEmpty();
        }
    }

    /** Nobody delivers anything, and half of what happens leaves no trace in the lists that are polled. */
    @Property(tries = 5, seed = "20260306", shrinking = ShrinkingMode.BOUNDED)
    void polling_alone_equals_a_fresh_synchronisation_after_anything(
            @ForAll @Size(min = 5, max = 70) List<@IntRange(max = 999_999) Integer> choices) {
        try (Simulator simulator = Anything.world()) {
            Tenant polled = Tenant.synchronisedWith(simulator);
            for (int choice : choices) {
                Anything.happen(simulator, choice);
                pass(simulator, choice);
                if (choice % 7 == 0) {
                    polled.refresh();
                }
            }
            polled.refresh();
            polled.reconcile();

            assertThat(polled.differences(Tenant.synchronisedWith(simulator))).isEmpty();
        }
    }

    /** Webhooks do not tell people's full names; the next refresh does. */
    private static List<String> differencesButNames(Tenant told, Simulator simulator) {
        Tenant fresh = Tenant.synchronisedWith(simulator);
        fresh.change("update pulse.account set name = null");
        told.change("update pulse.account set name = null");
        return told.differences(fresh);
    }

    private static List<Webhooks.Delivery> happen(Simulator simulator, List<Integer> choices) {
        simulator.webhooks().sendTo(new Webhooks.Target(NOBODY_LISTENS, "secret"));
        for (int choice : choices) {
            Worlds.mutate(simulator, choice);
            pass(simulator, choice);
        }
        return simulator.webhooks().deliveries();
    }

    /** Often nothing: several changes share a second. */
    private static void pass(Simulator simulator, int choice) {
        List<Integer> seconds = List.of(0, 0, 1, 40, 3000, 90_000);
        simulator.world().clock().advance(Duration.ofSeconds(seconds.get(choice % seconds.size())));
    }

    /** Delivers, and fetches what deliveries do not tell; the next refresh is not due. */
    private static void deliver(Tenant tenant, List<Webhooks.Delivery> deliveries) {
        deliveries.forEach(delivery ->
                tenant.inbox().accept(UUID.fromString(delivery.guid()), delivery.event(), delivery.payload()));
        tenant.deliveryWorker("one").workUntilIdle(() -> false);
        assertThat(tenant.count(
                        "select count(*) from pulse.webhook_delivery where outcome is null or outcome = 'parked'"))
                .isZero();
        tenant.work();
    }
}

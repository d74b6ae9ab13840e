package dev.pulsehub.core.sync;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.simulator.http.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What befalls one tenant while things happen on GitHub; drawn from a seed, so that it can be repeated. */
final class History {

    private final Simulator simulator;
    private final Random chance;
    private final Tenant tenant;
    private final List<Webhooks.Delivery> underWay = new ArrayList<>();
    private int told;

    History(Simulator simulator, Random chance) {
        this.simulator = simulator;
        this.chance = chance;
        simulator.webhooks().sendTo(new Webhooks.Target("http://localhost:1/", "secret"));
        this.tenant = Tenant.synchronisedWith(simulator);
    }

    Tenant tenant() {
        return tenant;
    }

    /** After each change something, or nothing. */
    void meanwhile() {
        post();
        switch (chance.nextInt(12)) {
            case 0 -> tenant.refresh();
            case 1, 2, 3 -> deliver(chance.nextInt(underWay.size() + 1));
            case 4 -> troubled(Fault.status("graphql", 502, 1 + chance.nextInt(3)));
            case 5 -> troubled(Fault.of("graphql", Fault.Kind.PARTIAL, 1 + chance.nextInt(2)));
            case 6 -> troubled(Fault.status("actions/runs", 500, 1));
            case 7 -> die();
            default -> {
                // nobody looks
            }
        }
    }

    /**
     * Calm returns: what is still under way arrives, the time of every wait passes, and the day's comparison is due.
     */
    void end() {
        post();
        simulator.faults().clear();
        deliver(underWay.size());
        tenant.expireClaims();
        tenant.work();
        tenant.refresh();
        tenant.reconcile();
    }

    /** Some deliveries are lost, some come twice, and they overtake each other. */
    private void post() {
        List<Webhooks.Delivery> all = simulator.webhooks().deliveries();
        for (Webhooks.Delivery delivery : all.subList(told, all.size())) {
            int fate = chance.nextInt(8);
            if (fate > 0) {
                underWay.add(delivery);
            }
            if (fate == 1) {
                underWay.add(delivery);
            }
        }
        told = all.size();
        Collections.shuffle(underWay, chance);
    }

    private void deliver(int howMany) {
        List<Webhooks.Delivery> now = underWay.subList(0, howMany);
        now.forEach(delivery ->
                tenant.inbox().accept(UUID.fromString(delivery.guid()), delivery.event(), delivery.payload()));
        now.clear();
        tenant.deliveryWorker("one").workUntilIdle(() -> false);
    }

    private void troubled(Fault fault) {
        simulator.faults().add(fault);
        tenant.refresh();
        simulator.faults().clear();
        tenant.expireClaims();
    }

    /** As a kill does: nobody is told, and the claims end by themselves. */
    private void die() {
        tenant.change("update pulse.sync_job set due_at = now() where kind = 'repo' and claimed_until is null");
        try {
            tenant.worker(new Mortal(tenant.transactions(), new AtomicInteger(2 + chance.nextInt(25))))
                    .workUntilIdle(() -> false);
        } catch (Killed e) {
            tenant.expireClaims();
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private record Mortal(Transactions transactions, AtomicInteger left) implements Transactions {
        @Override
        public <T> T call(Caller caller, Work<T> work) {
            if (left.decrementAndGet() == 0) {
                throw new Killed();
            }
            return transactions.call(caller, work);
        }
    }
}

package dev.pulsehub.core.ingest;

import dev.pulsehub.core.github.PayloadRejected;
import dev.pulsehub.core.github.WebhookPayload;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.work.DeliveryStore;
import dev.pulsehub.persistence.work.NewDelivery;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes signed deliveries in: what {@link #accept} returned for is durable. Callers that come at the same time share
 * one transaction. Thread-safe.
 */
public final class DeliveryInbox {

    private static final int MOST_AT_ONCE = 100;

    private final Transactions transactions;
    private final DeliveryStore store;
    private final Runnable wakeUp;
    private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    private record Waiting(NewDelivery delivery, CompletableFuture<Boolean> stored) {}

    /** @param wakeUp tells whoever works on deliveries that there are some */
    public DeliveryInbox(Transactions transactions, DeliveryStore store, Runnable wakeUp) {
        this.transactions = transactions;
        this.store = store;
        this.wakeUp = wakeUp;
    }

    /**
     * Stores a delivery; one that is known already is left as it is. Idempotent.
     *
     * @throws dev.pulsehub.persistence.connection.DatabaseFailed when it could not be stored; GitHub must be told so
     */
    public void accept(UUID deliveryId, String event, byte[] payload) {
        Waiting mine =
                new Waiting(new NewDelivery(deliveryId, event, repoOf(payload), payload), new CompletableFuture<>());
        waiting.add(mine);
        writing.lock(); // whoever holds it writes for all who wait
        try {
            while (!mine.stored().isDone()) { // more may wait before mine than one transaction takes
                writeAll();
            }
        } finally {
            writing.unlock();
        }
        try {
            mine.stored().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        wakeUp.run();
    }

    private void writeAll() {
        List<Waiting> batch = new ArrayList<>();
        waiting.drainTo(batch, MOST_AT_ONCE);
        try {
            transactions.run(
                    Caller.writer(),
                    connection -> store.insert(
                            connection, batch.stream().map(Waiting::delivery).toList()));
            batch.forEach(one -> one.stored().complete(true));
        } catch (RuntimeException e) {
            batch.forEach(one -> one.stored().completeExceptionally(e));
        }
    }

    /** A payload nobody understands is stored all the same: a person decides about it. */
    private static long repoOf(byte[] payload) {
        try {
            return WebhookPayload.parse(payload).repoId();
        } catch (PayloadRejected e) {
            return 0;
        }
    }
}

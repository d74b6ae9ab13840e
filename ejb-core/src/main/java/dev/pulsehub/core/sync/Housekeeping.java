package dev.pulsehub.core.sync;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.session.SessionStore;
import dev.pulsehub.persistence.work.ChangeNoticeStore;
import dev.pulsehub.persistence.work.DeliveryStore;
import dev.pulsehub.persistence.work.StatisticsStore;
import java.time.Duration;

/**
 * Forgets what nobody needs any more, so that the database grows with GitHub's history and not with the time it is
 * watched, and keeps its plans good while it grows. Idempotent, and harmless when several processes do it.
 */
public final class Housekeeping {

    /** Payloads of deliveries that ended well can be replayed for so long; GitHub itself keeps them three days. */
    static final Duration PAYLOADS_KEPT = Duration.ofDays(14);

    static final Duration ENDED_SESSIONS_KEPT = Duration.ofDays(30);

    /** Readers look every second; one that starts later begins at the newest. */
    static final Duration NOTICES_KEPT = Duration.ofMinutes(30);

    private final Transactions transactions;
    private final DeliveryStore deliveries;
    private final SessionStore sessions = new SessionStore();
    private final ChangeNoticeStore notices = new ChangeNoticeStore();
    private final StatisticsStore statistics = new StatisticsStore();

    public Housekeeping(Transactions transactions, DeliveryStore deliveries) {
        this.transactions = transactions;
        this.deliveries = deliveries;
    }

    /** Parked deliveries keep their payload until a person has looked at them. */
    public void tidy() {
        transactions.run(Caller.writer(), connection -> {
            deliveries.purgePayloads(connection, PAYLOADS_KEPT);
            sessions.purge(connection, ENDED_SESSIONS_KEPT);
            notices.purge(connection, NOTICES_KEPT);
        });
    }

    /** Meant for every few seconds; costs nothing worth mentioning unless a table has grown by half. */
    public void refreshStatistics() {
        transactions.run(Caller.writer(), statistics::refresh);
    }
}

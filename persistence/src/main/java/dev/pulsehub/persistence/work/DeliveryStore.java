package dev.pulsehub.persistence.work;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The webhook inbox. A delivery is stored once, claimed together with its repository's other waiting deliveries, and
 * ends with an outcome; after too many attempts it is parked for a person. One repository is held by one worker at a
 * time, so that its deliveries are applied in the order they came.
 */
public final class DeliveryStore {

    private static final String INSERT = """
            insert into pulse.webhook_delivery as known (delivery_id, event, repo_id, payload)
            select delivery_id, event, repo_id, payload
            from (
                select distinct on (delivery_id) *
                from unnest(?::uuid[], ?::text[], ?::bigint[], ?::bytea[]) with ordinality
                    as sent (delivery_id, event, repo_id, payload, place)
                order by delivery_id, place
            ) once
            order by place
            on conflict on constraint webhook_delivery_delivery_id_key do update
            set outcome = null, done_at = null, attempts = 0, due_at = now(), payload = excluded.payload
            where known.outcome = 'parked'
            """;

    /** The lock ends with the claim's transaction: it only keeps two workers from choosing one repository at once. */
    private static final String CHOOSE_REPO = """
            with waiting as materialized (
                select d.repo_id
                from pulse.webhook_delivery d
                where d.outcome is null
                group by d.repo_id
                having min(d.due_at) <= now() and coalesce(max(d.claimed_until) <= now(), true)
                order by min(d.id)
                limit 16
            )
            select repo_id
            from waiting
            where pg_try_advisory_xact_lock(hashtextextended('webhook_delivery ' || repo_id, 0))
            limit 1
            """;

    /** Asks again whether the repository is free: the choice was made before the lock was held. */
    private static final String CLAIM = """
            with parked as (
                update pulse.webhook_delivery d
                set outcome = 'parked', done_at = now(), claimed_by = null, claimed_until = null,
                    failure = coalesce(d.failure, 'every worker that claimed it ended without an answer')
                where d.repo_id = ? and d.outcome is null and d.attempts >= ?
                  and (d.claimed_until is null or d.claimed_until <= now())
            ), chosen as (
                select d.id
                from pulse.webhook_delivery d
                where d.repo_id = ? and d.outcome is null and d.attempts < ? and d.due_at <= now()
                  and not exists (
                      select from pulse.webhook_delivery held
                      where held.repo_id = d.repo_id and held.outcome is null and held.claimed_until > now())
                order by d.id
                limit ?
                for update skip locked
            ), claimed as (
                update pulse.webhook_delivery d
                set claimed_by = ?, claimed_until = now() + ? * interval '1 second', attempts = d.attempts + 1
                from chosen
                where d.id = chosen.id
                returning d.id, d.delivery_id, d.event, d.repo_id, d.payload, d.received_at, d.attempts, d.claimed_by
            )
            select * from claimed order by id
            """;

    private static final String STILL_MINE = " where id = ? and outcome is null and claimed_by = ? and attempts = ?";

    private static final String FINISH = """
            update pulse.webhook_delivery
            set outcome = ?, done_at = now(), claimed_by = null, claimed_until = null, failure = null
            """ + STILL_MINE;

    private static final String RETRY = """
            update pulse.webhook_delivery
            set claimed_by = null, claimed_until = null, failure = ?, due_at = now() + ? * interval '1 second'
            """ + STILL_MINE;

    private static final String PARK = """
            update pulse.webhook_delivery
            set outcome = 'parked', done_at = now(), claimed_by = null, claimed_until = null, failure = ?
            """ + STILL_MINE;

    private static final String REPLAY = """
            update pulse.webhook_delivery
            set outcome = null, done_at = null, attempts = 0, due_at = now()
            where id = ? and outcome is not null and payload is not null
            """;

    private static final String RELEASE = """
            update pulse.webhook_delivery
            set claimed_by = null, claimed_until = null, attempts = attempts - 1
            where claimed_by = ? and outcome is null
            """;

    private static final String PURGE = """
            update pulse.webhook_delivery
            set payload = null
            where payload is not null and outcome in ('applied', 'superseded', 'ignored')
              and done_at < now() - ? * interval '1 second'
            """;

    private final BackOff backOff;
    private final int attemptLimit;

    /** @param attemptLimit a delivery that was claimed so often without success is parked */
    public DeliveryStore(BackOff backOff, int attemptLimit) {
        this.backOff = backOff;
        this.attemptLimit = attemptLimit;
    }

    /** Stores deliveries that are not known yet, and again those that were parked; gives their number. Idempotent. */
    public int insert(Connection connection, List<NewDelivery> deliveries) throws SQLException {
        return Sql.of(
                        INSERT,
                        deliveries.stream().map(NewDelivery::deliveryId).toArray(UUID[]::new),
                        deliveries.stream().map(NewDelivery::event).toArray(String[]::new),
                        deliveries.stream().map(NewDelivery::repoId).toArray(Long[]::new),
                        deliveries.stream().map(NewDelivery::payload).toArray(byte[][]::new))
                .update(connection);
    }

    /**
     * Claims due deliveries of one repository that no worker holds, in the order they came; empty when there are none.
     * Commit before working on them: only then others see the claim.
     */
    public List<Delivery> claimOneRepo(Connection connection, String worker, int limit, Duration term)
            throws SQLException {
        Optional<Long> repo = Sql.of(CHOOSE_REPO).find(connection, row -> row.number("repo_id"));
        if (repo.isEmpty()) {
            return List.of();
        }
        return Sql.of(CLAIM, repo.get(), attemptLimit, repo.get(), attemptLimit, limit, worker, term)
                .list(connection, DeliveryStore::delivery);
    }

    /**
     * Ends a delivery, in the transaction that stored what it said.
     *
     * @return false when the claim expired and another worker has it: roll back
     */
    public boolean finish(Connection connection, Delivery delivery, Delivery.Outcome outcome) throws SQLException {
        return Sql.of(FINISH, outcome.stored(), delivery.id(), delivery.worker(), delivery.attempts())
                        .update(connection)
                == 1;
    }

    /** Hands a failed delivery back to be tried again after a wait, or parks it after the last attempt. */
    public void failed(Connection connection, Delivery delivery, String failure) throws SQLException {
        if (delivery.attempts() >= attemptLimit) {
            park(connection, delivery, failure);
            return;
        }
        Duration wait = backOff.afterFailures(delivery.attempts());
        Sql.of(RETRY, failure, wait, delivery.id(), delivery.worker(), delivery.attempts())
                .update(connection);
    }

    /** Puts a delivery that cannot be understood aside for a person. */
    public void park(Connection connection, Delivery delivery, String failure) throws SQLException {
        Sql.of(PARK, failure, delivery.id(), delivery.worker(), delivery.attempts())
                .update(connection);
    }

    /** Lets an ended or parked delivery be worked on again; false when its payload is gone or it still waits. */
    public boolean replay(Connection connection, long id) throws SQLException {
        return Sql.of(REPLAY, id).update(connection) == 1;
    }

    /** Hands back what a stopping worker holds. */
    public int release(Connection connection, String worker) throws SQLException {
        return Sql.of(RELEASE, worker).update(connection);
    }

    /** Forgets the payloads of deliveries that ended well longer ago than the given time. */
    public int purgePayloads(Connection connection, Duration kept) throws SQLException {
        return Sql.of(PURGE, kept).update(connection);
    }

    private static Delivery delivery(Row row) throws SQLException {
        return new Delivery(
                row.number("id"),
                row.uuid("delivery_id"),
                row.text("event"),
                row.number("repo_id"),
                row.bytes("payload"),
                row.moment("received_at"),
                row.count("attempts"),
                row.text("claimed_by"));
    }
}

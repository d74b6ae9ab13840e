package dev.pulsehub.core.report;

import dev.pulsehub.core.metrics.MetricKey;
import dev.pulsehub.core.metrics.MetricSubject;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Lists the things a metric stands on, latest first: as many as the metric's {@code n}, of people metrics what they
 * did.
 */
@Dependent
public final class MetricRows {

    private static final String ROWS = """
            select s.id, s.repo, s.number::text as number, s.at, s.person, s.url, :value as value
            from (:rows) s
            where :where
            order by s.at desc, s.id desc
            limit ?
            """;

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public MetricRows(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** From the place the paging names; the number of all is not counted. */
    public Listing<MetricRow> after(MetricKey key, Selection selection, Paging paging) {
        return transactions.call(Caller.reader(selection.personId()), connection -> {
            Instant now = clock.instant();
            Scope scope = Scope.read(connection, selection, now);
            Window window = scope.window(selection.range(), now);
            Instant end = window.to().isAfter(now) ? now : window.to();
            MetricSubject subject = key.subject();
            Conditions conditions = new Conditions()
                    .and("true", selection.organizationId(), scope.repoIds())
                    .and("(? or not s.bot)", selection.bots());
            if (subject.standing()) {
                conditions.and("s.at <= ?", end).and("(s.ended_at is null or s.ended_at > ?)", end);
            } else {
                conditions.and("s.value >= 0").and("s.at >= ?", window.from()).and("s.at < ?", window.to());
            }
            paging.addTo(conditions, "s.at", "s.id");
            String value =
                    subject.standing() ? "s.value + extract(epoch from timestamptz '" + end + "' - s.at)" : "s.value";
            String statement = ROWS.replace(":value", value).replace(":rows", key.rows());
            return new Listing<>(
                    scope,
                    conditions.in(statement, paging.limit()).list(connection, MetricRow::read),
                    OptionalLong.empty());
        });
    }
}

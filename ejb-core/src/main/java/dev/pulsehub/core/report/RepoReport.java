package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists repositories, alone or with their numbers. */
@Dependent
public final class RepoReport {

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public RepoReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Newest first, from the place the paging names. */
    public Listing<RepoRow> after(Selection selection, Paging paging) {
        return transactions.call(Caller.reader(selection.personId()), connection -> {
            Scope scope = Scope.read(connection, selection, clock.instant());
            Range.Moments created = selection.range().in(scope.zone(), clock.instant());
            return new Listing<>(scope, list(connection, scope, paging, created), OptionalLong.empty());
        });
    }

    /** All chosen repositories with their numbers over the selection's range. */
    public RepoOverview overview(Selection selection) {
        return transactions.call(Caller.reader(selection.personId()), connection -> {
            Instant now = clock.instant();
            Scope scope = Scope.read(connection, selection, now);
            Window window = scope.window(selection.range(), now);
            Range.Moments created = new Range.Moments(Optional.empty(), Optional.empty());
            Paging all = Paging.page(1, Math.max(1, scope.chosen().size()));
            return new RepoOverview(
                    scope,
                    window,
                    list(connection, scope, all, created),
                    RepoTable.read(connection, selection, scope, window).stream()
                            .collect(Collectors.toMap(RepoComparison::repo, Function.identity())));
        });
    }

    private static List<RepoRow> list(Connection connection, Scope scope, Paging paging, Range.Moments created)
            throws SQLException {
        Conditions conditions = new Conditions()
                .and("r.organization_id = ?", scope.organizationId())
                .and("r.repository_id = any(?)", (Object) scope.repoIds())
                .maybe("r.created_at >= ?", created.from(), from -> from)
                .maybe("r.created_at < ?", created.to(), to -> to);
        paging.addTo(conditions, "r.created_at", "r.repository_id");
        return conditions
                .in(
                        "select r.* from report.repo r where :where"
                                + " order by r.created_at desc, r.repository_id desc limit ?",
                        paging.limit())
                .list(connection, RepoRow::read);
    }
}

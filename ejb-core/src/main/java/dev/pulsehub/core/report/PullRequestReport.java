package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
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

/** Lists pull requests, and tells the story of one. */
@Dependent
public final class PullRequestReport {

    static final String COLUMNS = """
            select p.*, coalesce(p.review_count, 0) as reviews, coalesce(p.comment_count, 0) as comments
            from report.pull_request p
            """;

    private static final String EVENTS = """
            select e.kind, e.at, a.login as actor, e.detail
            from (
                select 'opened' as kind, p.created_at as at, p.author_id as actor_id, '' as detail
                from pulse.pull_request p where p.organization_id = ? and p.github_id = ?
                union all
                select 'committed', c.authored_at, c.author_id, c.headline
                from pulse.pull_request_commit pc
                join pulse.commit c on c.organization_id = pc.organization_id and c.repo_id = pc.repo_id and c.sha = pc.sha
                where pc.organization_id = ? and pc.pull_request_id = ?
                union all
                select 'reviewed', v.submitted_at, v.author_id, v.state
                from pulse.review v where v.organization_id = ? and v.pull_request_id = ?
                union all
                select 'commented', m.created_at, m.author_id, ''
                from pulse.pull_request p
                join pulse.comment_fact m
                    on m.organization_id = p.organization_id and m.repo_id = p.repo_id and m.number = p.number
                where p.organization_id = ? and p.github_id = ?
                union all
                select t.kind, t.occurred_at, t.actor_id, ''
                from pulse.pull_request p
                join pulse.timeline_event t
                    on t.organization_id = p.organization_id and t.repo_id = p.repo_id and t.number = p.number
                where p.organization_id = ? and p.github_id = ?
                union all
                select case p.state when 'MERGED' then 'merged' else 'closed' end, p.closed_at, p.merged_by_id, ''
                from pulse.pull_request p
                where p.organization_id = ? and p.github_id = ? and p.closed_at is not null and not exists (
                    select from pulse.timeline_event t
                    where t.organization_id = p.organization_id and t.repo_id = p.repo_id and t.number = p.number
                      and t.kind in ('merged', 'closed'))) e
            left join pulse.account a on a.organization_id = ? and a.github_id = e.actor_id
            order by e.at, e.kind
            """;

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public PullRequestReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One page in the given order, with the number of all. */
    public Listing<PullRequestRow> page(PullFilter filter, PullSort sort, Paging paging) {
        return transactions.call(Caller.reader(filter.selection().personId()), connection -> {
            Scope scope = Scope.read(connection, filter.selection(), clock.instant());
            long total = conditions(filter, scope)
                    .in("select count(*) as n from report.pull_request p where :where")
                    .get(connection, row -> row.number("n"));
            List<PullRequestRow> rows = conditions(filter, scope)
                    .in(
                            COLUMNS + "where :where order by " + sort.orderBy() + " offset ? limit ?",
                            paging.offset(),
                            paging.limit())
                    .list(connection, PullRequestRow::read);
            return new Listing<>(scope, rows, OptionalLong.of(total));
        });
    }

    /** Newest first, from the place the paging names; the number of all is not counted. */
    public Listing<PullRequestRow> after(PullFilter filter, Paging paging) {
        return transactions.call(Caller.reader(filter.selection().personId()), connection -> {
            Scope scope = Scope.read(connection, filter.selection(), clock.instant());
            Conditions conditions = conditions(filter, scope);
            paging.addTo(conditions, "p.created_at", "p.pull_request_id");
            List<PullRequestRow> rows = conditions
                    .in(COLUMNS + "where :where order by " + PullSort.NEWEST.orderBy() + " limit ?", paging.limit())
                    .list(connection, PullRequestRow::read);
            return new Listing<>(scope, rows, OptionalLong.empty());
        });
    }

    /** The pull request with its story; empty when there is none the selection's person may see. */
    public Optional<PullRequestDetail> find(Selection selection, int number) {
        return transactions.call(Caller.reader(selection.personId()), connection -> {
            Instant now = clock.instant();
            Scope scope = Scope.read(connection, selection, now);
            Optional<PullRequestDetail> pull = new Conditions()
                    .and("p.organization_id = ?", selection.organizationId())
                    .and("p.repository_id = any(?)", (Object) scope.repoIds())
                    .and("p.number = ?", number)
                    .in(COLUMNS + "where :where")
                    .find(connection, row -> detail(row, scope));
            return pull.isEmpty() ? pull : Optional.of(withEvents(connection, selection, pull.orElseThrow()));
        });
    }

    private Conditions conditions(PullFilter filter, Scope scope) {
        return filter.conditions(scope, filter.selection().range().in(scope.zone(), clock.instant()));
    }

    private static PullRequestDetail detail(Row row, Scope scope) throws SQLException {
        PullRequestDetail.Branches branches =
                new PullRequestDetail.Branches(row.text("head_ref"), row.text("base_ref"));
        return new PullRequestDetail(PullRequestRow.read(row), branches, List.of(), scope);
    }

    private static PullRequestDetail withEvents(Connection connection, Selection selection, PullRequestDetail found)
            throws SQLException {
        long organization = selection.organizationId();
        long id = found.pull().id();
        Sql query = Sql.of(
                EVENTS,
                organization,
                id,
                organization,
                id,
                organization,
                id,
                organization,
                id,
                organization,
                id,
                organization,
                id,
                organization);
        List<PullRequestDetail.Event> events = query.list(
                connection,
                row -> new PullRequestDetail.Event(
                        row.text("kind"), row.moment("at"), row.findText("actor"), row.text("detail")));
        return new PullRequestDetail(found.pull(), found.branches(), events, found.organizationScope());
    }
}

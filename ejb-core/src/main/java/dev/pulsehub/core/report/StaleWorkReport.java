package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lists open pull requests and issues that nobody touched for a while, and whom each waits for. */
@Dependent
public final class StaleWorkReport {

    private static final String QUERY = """
            with untouched as (
                select true as pull, p.repo, p.number, p.title, p.author, p.updated_at, p.created_at, p.url,
                    case when p.draft then 'AUTHOR_TO_FINISH'
                         when p.first_approval_at is not null then 'MERGE'
                         when p.first_response_at is not null then 'AUTHOR_OR_REVIEWERS'
                         else 'FIRST_REVIEW' end as waits_for
                from report.pull_request p
                where p.organization_id = ? and p.repository_id = any(?) and p.state = 'OPEN' and p.updated_at < ?
                  and (? or not p.author_is_bot)
                union all
                select false, i.repo, i.number, i.title, i.author, i.updated_at, i.created_at, i.url,
                    case when i.first_response_at is null then 'FIRST_RESPONSE' else 'ANYBODY' end
                from report.issue i
                where i.organization_id = ? and i.repository_id = any(?) and i.state = 'OPEN' and i.updated_at < ?
                  and (? or not i.author_is_bot))
            select u.*, count(*) over () as total
            from untouched u
            where u.pull or ?
            order by u.updated_at, u.repo, u.number
            limit ?
            """;

    private final Transactions transactions;
    private final Clock clock;

    private record Counted(StaleWork.Item item, long total) {}

    @Inject
    public StaleWorkReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param idle for how long nobody touched it; the selection's range is not asked */
    public StaleWork read(Selection selection, Duration idle, boolean withIssues, int limit) {
        return transactions.call(Caller.reader(selection.personId()), connection -> {
            Instant now = clock.instant();
            Scope scope = Scope.read(connection, selection, now);
            Instant before = now.minus(idle);
            List<Counted> found = Sql.of(
                            QUERY,
                            selection.organizationId(),
                            scope.repoIds(),
                            before,
                            selection.bots(),
                            selection.organizationId(),
                            scope.repoIds(),
                            before,
                            selection.bots(),
                            withIssues,
                            limit)
                    .list(connection, StaleWorkReport::counted);
            return new StaleWork(
                    scope,
                    now,
                    found.stream().map(Counted::item).toList(),
                    found.isEmpty() ? 0 : found.getFirst().total());
        });
    }

    private static Counted counted(Row row) throws SQLException {
        StaleWork.Item item = new StaleWork.Item(
                row.flag("pull"),
                row.text("repo"),
                row.count("number"),
                row.text("title"),
                row.findText("author"),
                StaleWork.WaitsFor.valueOf(row.text("waits_for")),
                row.moment("updated_at"),
                row.moment("created_at"),
                row.text("url"));
        return new Counted(item, row.number("total"));
    }
}

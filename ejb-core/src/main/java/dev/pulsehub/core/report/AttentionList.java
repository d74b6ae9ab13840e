package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * What waits for a person, the longest waiting of each kind first.
 *
 * @param items at most seven
 */
record AttentionList(List<Attention> items, long total) {

    private static final int MOST = 7;

    private static final String QUERY = """
            with waiting as (
                select case when p.draft or p.first_response_at is not null or p.ready_at > ?::timestamptz - interval '24 hours'
                        or p.ready_at is null then 'PULL_OLD' else 'REVIEW_AWAITED' end as kind,
                    p.repo, p.number, p.title as subject, p.created_at, p.ready_at, p.url
                from report.pull_request p
                where p.organization_id = ? and p.repository_id = any(?) and p.state = 'OPEN'
                  and (? or not p.author_is_bot)),
            latest as (
                select distinct on (w.repository_id, w.workflow) w.repo, w.workflow, w.completed_at, w.succeeded, w.url
                from report.workflow_run w
                where w.organization_id = ? and w.repository_id = any(?) and w.on_default_branch
                  and w.succeeded is not null and w.completed_at > ?::timestamptz - interval '30 days'
                order by w.repository_id, w.workflow, w.completed_at desc),
            found as (
                select kind, repo, number, subject, ready_at as since, url from waiting where kind = 'REVIEW_AWAITED'
                union all
                select kind, repo, number, subject, created_at, url from waiting
                where kind = 'PULL_OLD' and created_at < ?::timestamptz - interval '7 days'
                union all
                select 'BRANCH_FAILING', repo, null, workflow, completed_at, url from latest where not succeeded
                union all
                select 'SYNC_FAILED', s.repo, null, s.kind || ': ' || coalesce(s.failure, ''), s.failed_at, ''
                from report.sync_state s
                where s.organization_id = ? and s.repository_id = any(?) and s.failing)
            select f.*, count(*) over () as total
            from found f
            order by row_number() over (partition by f.kind order by f.since, f.repo, f.number),
                array_position(array['SYNC_FAILED', 'BRANCH_FAILING', 'REVIEW_AWAITED', 'PULL_OLD'], f.kind)
            limit ?
            """;

    private record Counted(Attention item, long total) {}

    static AttentionList read(Connection connection, Selection selection, Scope scope, Instant now)
            throws SQLException {
        Long[] repos = scope.repoIds();
        long organization = selection.organizationId();
        Sql query = Sql.of(
                QUERY,
                now,
                organization,
                repos,
                selection.bots(),
                organization,
                repos,
                now,
                now,
                organization,
                repos,
                MOST);
        List<Counted> found = query.list(connection, AttentionList::counted);
        return new AttentionList(
                found.stream().map(Counted::item).toList(),
                found.isEmpty() ? 0 : found.getFirst().total());
    }

    private static Counted counted(Row row) throws SQLException {
        Attention item = new Attention(
                Attention.Kind.valueOf(row.text("kind")),
                row.text("repo"),
                row.findNumber("number").isPresent() ? OptionalInt.of(row.count("number")) : OptionalInt.empty(),
                row.text("subject"),
                row.moment("since"),
                row.text("url"));
        return new Counted(item, row.number("total"));
    }
}

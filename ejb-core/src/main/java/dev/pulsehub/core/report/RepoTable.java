package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The chosen repositories side by side, most merged pull requests first. */
final class RepoTable {

    private static final String QUERY = """
            with merged as (
                select p.repository_id, count(*) filter (where p.merged_at >= ?) as merged,
                    percentile_cont(0.5) within group (order by p.cycle_to_merge_seconds)
                        filter (where p.merged_at >= ?) as cycle,
                    percentile_cont(0.5) within group (order by p.cycle_to_merge_seconds)
                        filter (where p.merged_at < ?) as cycle_before,
                    count(p.cycle_to_merge_seconds) filter (where p.merged_at >= ?) as cycles
                from report.pull_request p
                where p.organization_id = ? and p.repository_id = any(?) and p.state = 'MERGED'
                  and p.merged_at >= ? and p.merged_at < ? and (? or not p.author_is_bot)
                group by p.repository_id),
            open as (
                select p.repository_id, count(*) as open
                from report.pull_request p
                where p.organization_id = ? and p.repository_id = any(?) and p.state = 'OPEN'
                  and (? or not p.author_is_bot)
                group by p.repository_id),
            run as (
                select w.repository_id, count(*) as judged, count(*) filter (where w.succeeded) as good
                from report.workflow_run w
                where w.organization_id = ? and w.repository_id = any(?) and w.succeeded is not null
                  and w.completed_at >= ? and w.completed_at < ?
                group by w.repository_id)
            select r.repo, coalesce(m.merged, 0) as merged, coalesce(o.open, 0) as open, m.cycle, m.cycle_before,
                coalesce(m.cycles, 0) as cycles, coalesce(w.judged, 0) as judged, coalesce(w.good, 0) as good
            from report.repo r
            left join merged m on m.repository_id = r.repository_id
            left join open o on o.repository_id = r.repository_id
            left join run w on w.repository_id = r.repository_id
            where r.organization_id = ? and r.repository_id = any(?)
            order by 2 desc, lower(r.repo)
            """;

    private RepoTable() {}

    static List<RepoComparison> read(Connection connection, Selection selection, Scope scope, Window window)
            throws SQLException {
        Long[] repos = scope.repoIds();
        long organization = selection.organizationId();
        return Sql.of(
                        QUERY,
                        window.from(),
                        window.from(),
                        window.from(),
                        window.from(),
                        organization,
                        repos,
                        window.previousFrom(),
                        window.to(),
                        selection.bots(),
                        organization,
                        repos,
                        selection.bots(),
                        organization,
                        repos,
                        window.from(),
                        window.to(),
                        organization,
                        repos)
                .list(connection, RepoTable::comparison);
    }

    private static RepoComparison comparison(Row row) throws SQLException {
        long judged = row.number("judged");
        return new RepoComparison(
                row.text("repo"),
                row.number("merged"),
                row.number("open"),
                Fractions.find(row, "cycle"),
                Fractions.find(row, "cycle_before"),
                row.number("cycles"),
                judged == 0 ? Optional.empty() : Optional.of(row.number("good") / (double) judged),
                judged);
    }
}

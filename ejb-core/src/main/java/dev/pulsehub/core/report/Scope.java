package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a selection means for this reader: the organization's zone, the repositories they may see, and how fresh they
 * are.
 *
 * @param visible all repositories of the organization the reader may see, by name
 * @param chosen those of them that the selection names, all when it names none
 */
public record Scope(
        long organizationId,
        String organization,
        ZoneId zone,
        List<RepoName> visible,
        List<RepoName> chosen,
        Freshness freshness,
        Window.History history) {

    private static final String QUERY = """
            select o.name as organization, o.time_zone, r.repository_id, r.repo,
                s.synced_at, coalesce(s.loading, 0) as loading, coalesce(s.failing, 0) as failing, h.first_at, h.last_at
            from report.organization o
            left join report.repo r on r.organization_id = o.organization_id
            left join lateral (
                select max(c.succeeded_at) as synced_at, count(*) filter (where c.first_load_done_at is null) as loading,
                    count(*) filter (where c.failing)
                        + (select count(*) from report.sync_failure f
                           where f.organization_id = r.organization_id and f.repository_id = r.repository_id) as failing
                from report.sync_state c
                where c.organization_id = r.organization_id and c.repository_id = r.repository_id) s on true
            left join lateral (
                select least(
                        (select min(p.created_at) from pulse.pull_request p
                         where p.organization_id = r.organization_id and p.repo_id = r.repository_id),
                        (select min(i.created_at) from pulse.issue i
                         where i.organization_id = r.organization_id and i.repo_id = r.repository_id),
                        (select min(w.run_started_at) from pulse.workflow_run w
                         where w.organization_id = r.organization_id and w.repo_id = r.repository_id)) as first_at,
                    greatest(
                        (select greatest(max(p.created_at), max(p.closed_at)) from pulse.pull_request p
                         where p.organization_id = r.organization_id and p.repo_id = r.repository_id),
                        (select greatest(max(i.created_at), max(i.closed_at)) from pulse.issue i
                         where i.organization_id = r.organization_id and i.repo_id = r.repository_id),
                        (select max(w.completed_at) from pulse.workflow_run w
                         where w.organization_id = r.organization_id and w.repo_id = r.repository_id)) as last_at
                where ?) h on true
            where o.organization_id = ?
            order by lower(r.repo), r.repository_id
            """;

    private record Line(Optional<RepoName> repo, String organization, String zone, Part part) {}

    private record Part(
            Optional<Instant> syncedAt, int loading, int failing, Optional<Instant> first, Optional<Instant> last) {}

    /** Reads the scope; an organization the reader does not belong to has no repositories and no name. */
    static Scope read(Connection connection, Selection selection, Instant now) throws SQLException {
        boolean everything = selection.range().in(ZoneId.of("UTC"), now).from().isEmpty();
        List<Line> lines = Sql.of(QUERY, everything, selection.organizationId()).list(connection, Scope::line);
        Set<String> wanted = selection.repos().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<Line> chosen = lines.stream()
                .filter(line -> line.repo().isPresent())
                .filter(line -> wanted.isEmpty()
                        || wanted.contains(line.repo().orElseThrow().name().toLowerCase(Locale.ROOT)))
                .toList();
        return new Scope(
                selection.organizationId(),
                lines.stream().findFirst().map(Line::organization).orElse(""),
                ZoneId.of(lines.stream().findFirst().map(Line::zone).orElse("UTC")),
                lines.stream().flatMap(line -> line.repo().stream()).toList(),
                chosen.stream().flatMap(line -> line.repo().stream()).toList(),
                freshness(chosen),
                history(chosen, now));
    }

    Window window(Range range, Instant now) {
        return Window.of(range, zone, now, history);
    }

    Long[] repoIds() {
        return chosen.stream().map(RepoName::id).toArray(Long[]::new);
    }

    private static Line line(Row row) throws SQLException {
        Optional<RepoName> repo = row.findNumber("repository_id").isPresent()
                ? Optional.of(new RepoName(row.number("repository_id"), row.text("repo")))
                : Optional.empty();
        return new Line(
                repo,
                row.text("organization"),
                row.text("time_zone"),
                new Part(
                        row.findMoment("synced_at"),
                        row.count("loading"),
                        row.count("failing"),
                        row.findMoment("first_at"),
                        row.findMoment("last_at")));
    }

    private static Freshness freshness(List<Line> lines) {
        return new Freshness(
                lines.stream().flatMap(line -> line.part().syncedAt().stream()).max(Instant::compareTo),
                lines.stream().mapToInt(line -> line.part().loading()).sum(),
                lines.stream().mapToInt(line -> line.part().failing()).sum());
    }

    private static Window.History history(List<Line> lines, Instant now) {
        return new Window.History(
                lines.stream()
                        .flatMap(line -> line.part().first().stream())
                        .min(Instant::compareTo)
                        .orElse(now),
                lines.stream()
                        .flatMap(line -> line.part().last().stream())
                        .max(Instant::compareTo)
                        .orElse(now));
    }
}

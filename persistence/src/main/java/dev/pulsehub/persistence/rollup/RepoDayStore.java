package dev.pulsehub.persistence.rollup;

import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

/** Counters by repository and day: never added to, always counted again from the rows, under the repository's lock. */
public final class RepoDayStore {

    private static final String FORGET =
            "delete from pulse.repo_day where organization_id = ? and repo_id = ? and day = any (?::date[])";

    private static final String COUNT_AGAIN = """
            insert into pulse.repo_day (organization_id, repo_id, day, issues_created, issues_closed, pulls_created,
                                        pulls_merged, pulls_closed, reviews, runs_completed, runs_succeeded, runs_failed)
            select asked.organization_id, asked.repo_id, asked.day, counted.*
            from (select ?::bigint as organization_id, ?::bigint as repo_id, day,
                         day::timestamp at time zone zone as starts_at, (day + 1)::timestamp at time zone zone as ends_at
                  from unnest(?::date[]) as day, (values (?::text)) as cut (zone)) asked
            cross join lateral (
                select
                    (select count(*) from pulse.issue i where i.organization_id = asked.organization_id
                        and i.repo_id = asked.repo_id and i.created_at >= starts_at and i.created_at < ends_at) as issues_created,
                    (select count(*) from pulse.issue i where i.organization_id = asked.organization_id
                        and i.repo_id = asked.repo_id and i.closed_at >= starts_at and i.closed_at < ends_at) as issues_closed,
                    (select count(*) from pulse.pull_request p where p.organization_id = asked.organization_id
                        and p.repo_id = asked.repo_id and p.created_at >= starts_at and p.created_at < ends_at) as pulls_created,
                    (select count(*) from pulse.pull_request p where p.organization_id = asked.organization_id
                        and p.repo_id = asked.repo_id and p.merged_at >= starts_at and p.merged_at < ends_at) as pulls_merged,
                    (select count(*) from pulse.pull_request p where p.organization_id = asked.organization_id
                        and p.repo_id = asked.repo_id and p.merged_at is null
                        and p.closed_at >= starts_at and p.closed_at < ends_at) as pulls_closed,
                    (select count(*) from pulse.review r where r.organization_id = asked.organization_id
                        and r.repo_id = asked.repo_id and r.submitted_at >= starts_at and r.submitted_at < ends_at) as reviews,
                    runs.completed, runs.succeeded, runs.failed
                from (
                    select count(*) as completed,
                           count(*) filter (where w.conclusion = 'success') as succeeded,
                           count(*) filter (where w.conclusion in ('failure', 'timed_out', 'startup_failure')) as failed
                    from pulse.workflow_run w
                    where w.organization_id = asked.organization_id and w.repo_id = asked.repo_id
                      and w.completed_at >= starts_at and w.completed_at < ends_at
                ) runs
            ) counted
            where counted.issues_created + counted.issues_closed + counted.pulls_created + counted.pulls_merged
                  + counted.pulls_closed + counted.reviews + counted.completed > 0
            order by asked.day
            """;

    /** Counts these days again; days without anything have no row. Idempotent. */
    public void recount(
            Connection connection, long organizationId, long repoId, ZoneId zone, Collection<LocalDate> days)
            throws SQLException {
        if (days.isEmpty()) {
            return;
        }
        String[] texts = days.stream().distinct().map(LocalDate::toString).toArray(String[]::new);
        Sql.of(FORGET, organizationId, repoId, texts).update(connection);
        Sql.of(COUNT_AGAIN, organizationId, repoId, texts, zone.getId()).update(connection);
    }
}

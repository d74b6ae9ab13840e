package dev.pulsehub.persistence.work;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Synchronisation to be done. A job is born by {@link #schedule}, claimed by one worker at a time, and ends done (gone,
 * or due again later) or failed (due again after a wait). A claim that expires is claimed again, so the work must be
 * idempotent. What is asked for again while a worker is at it stays due when the worker is done.
 */
public final class SyncJobStore {

    private static final String SCHEDULE = """
            insert into pulse.sync_job as known (organization_id, kind, repo_id, number, due_at)
            values (?, ?, ?, ?, now() + ? * interval '1 second')
            on conflict on constraint sync_job_subject_key do update
            set due_at = least(known.due_at, excluded.due_at)
            where known.due_at > excluded.due_at
            """;

    private static final String CLAIM = """
            with chosen as (
                select id
                from pulse.sync_job
                where (claimed_until is null and due_at <= now()) or claimed_until <= now()
                order by least(due_at, claimed_until), id
                limit ?
                for update skip locked
            )
            update pulse.sync_job as job
            set claimed_by = ?,
                claimed_until = now() + ? * interval '1 second',
                due_at = 'infinity',
                attempts = job.attempts + 1
            from chosen
            where job.id = chosen.id
            returning job.id, job.organization_id, job.kind, job.repo_id, job.number, job.attempts, job.claimed_by
            """;

    private static final String STILL_MINE = " where id = ? and claimed_by = ? and attempts = ?";

    private static final String EXTEND =
            "update pulse.sync_job set claimed_until = now() + ? * interval '1 second'" + STILL_MINE;

    private static final String FREE = """
            update pulse.sync_job
            set claimed_by = null, claimed_until = null, attempts = 0, failure = null, due_at = least(due_at, %s)
            """ + STILL_MINE;

    private static final String FREE_IF_ASKED_AGAIN = FREE.formatted("due_at") + " and due_at < 'infinity'";

    private static final String DELETE = "delete from pulse.sync_job" + STILL_MINE;

    private static final String DONE_UNTIL_LATER = FREE.formatted("now() + ? * interval '1 second'");

    private static final String FAILED = """
            update pulse.sync_job
            set claimed_by = null, claimed_until = null, failure = ?, due_at = now() + ? * interval '1 second'
            """ + STILL_MINE;

    private static final String RELEASE = """
            update pulse.sync_job
            set claimed_by = null, claimed_until = null, due_at = least(due_at, now()), attempts = attempts - 1
            where claimed_by = ?
            """;

    /** Asks for the subject after the delay; a job that is due earlier stays as it is. Idempotent. */
    public void schedule(Connection connection, SyncSubject subject, Duration delay) throws SQLException {
        Sql.of(SCHEDULE, subject.organizationId(), subject.kind().stored(), subject.repoId(), subject.number(), delay)
                .update(connection);
    }

    /** Claims jobs that are due or whose claim expired, for the term; in no order; may be empty. */
    public List<SyncJob> claimDue(Connection connection, String worker, int limit, Duration term) throws SQLException {
        return Sql.of(CLAIM, limit, worker, term).list(connection, SyncJobStore::job);
    }

    /** Prolongs a claim to the term from now; false when another worker has it. */
    public boolean extend(Connection connection, SyncJob job, Duration term) throws SQLException {
        return Sql.of(EXTEND, term, job.id(), job.worker(), job.attempts()).update(connection) == 1;
    }

    /** Ends the job for good, unless it was asked for again meanwhile; false when another worker has it. */
    public boolean done(Connection connection, SyncJob job) throws SQLException {
        return Sql.of(FREE_IF_ASKED_AGAIN, job.id(), job.worker(), job.attempts())
                                .update(connection)
                        == 1
                || Sql.of(DELETE, job.id(), job.worker(), job.attempts()).update(connection) == 1;
    }

    /** Ends the job until it is due again; false when another worker has it. */
    public boolean doneUntilLater(Connection connection, SyncJob job, Duration delay) throws SQLException {
        return Sql.of(DONE_UNTIL_LATER, delay, job.id(), job.worker(), job.attempts())
                        .update(connection)
                == 1;
    }

    /** Hands a failed job back, due after the delay; false when another worker has it. */
    public boolean failed(Connection connection, SyncJob job, String failure, Duration delay) throws SQLException {
        return Sql.of(FAILED, failure, delay, job.id(), job.worker(), job.attempts())
                        .update(connection)
                == 1;
    }

    /** Hands back what a stopping worker holds, due at once. */
    public int release(Connection connection, String worker) throws SQLException {
        return Sql.of(RELEASE, worker).update(connection);
    }

    private static SyncJob job(Row row) throws SQLException {
        SyncSubject subject = new SyncSubject(
                row.number("organization_id"),
                SyncSubject.Kind.of(row.text("kind")),
                row.number("repo_id"),
                row.count("number"));
        return new SyncJob(row.number("id"), subject, row.count("attempts"), row.text("claimed_by"));
    }
}

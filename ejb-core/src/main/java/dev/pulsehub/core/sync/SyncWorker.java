package dev.pulsehub.core.sync;

import dev.pulsehub.core.github.GitHub;
import dev.pulsehub.core.github.GitHub.Repository;
import dev.pulsehub.core.github.GitHubRefused;
import dev.pulsehub.core.github.GitHubUnavailable;
import dev.pulsehub.core.github.PayloadRejected;
import dev.pulsehub.core.github.Payloads.WholeIssue;
import dev.pulsehub.core.github.Payloads.WholePull;
import dev.pulsehub.core.ingest.ChangeListener;
import dev.pulsehub.core.ingest.RepoIngest;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.repo.RepoStore;
import dev.pulsehub.persistence.repo.TrackedRepo;
import dev.pulsehub.persistence.work.BackOff;
import dev.pulsehub.persistence.work.ChangeNoticeStore;
import dev.pulsehub.persistence.work.SyncJob;
import dev.pulsehub.persistence.work.SyncJobStore;
import dev.pulsehub.persistence.work.SyncSubject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Claims synchronisation jobs and does them, one after the other. Any number of workers in any number of processes may
 * run: a job is one worker's until its claim expires, and doing it again changes nothing.
 */
public final class SyncWorker {

    /**
     * Longer than the slowest page; prolonged at each page, so a killed worker's repository waits no longer than this.
     */
    private static final Duration CLAIM = Duration.ofSeconds(90);

    private static final Duration REPO_PERIOD = Duration.ofSeconds(60);
    private static final Duration TOTALS_PERIOD = Duration.ofHours(6);
    private static final Duration ACCOUNT_PERIOD = Duration.ofMinutes(10);
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(10), Duration.ofMinutes(30));

    private final Transactions transactions;
    private final GitHub github;
    private final Clock clock;
    private final String worker;
    private final OptionalLong tokenOwner;
    private final ChangeListener listener;
    private final SyncJobStore jobs = new SyncJobStore();
    private final RepoStore repos = new RepoStore();

    /**
     * @param worker names this process's claims
     * @param tokenOwner the person whose own token asks, in single-user mode
     */
    public SyncWorker(
            Transactions transactions,
            GitHub github,
            Clock clock,
            String worker,
            OptionalLong tokenOwner,
            ChangeListener listener) {
        this.transactions = transactions;
        this.github = github;
        this.clock = clock;
        this.worker = worker;
        this.tokenOwner = tokenOwner;
        this.listener = listener;
    }

    /** Works until nothing is due, or until asked to stop; gives the number of jobs that were done. */
    public int workUntilIdle(BooleanSupplier stopping) {
        int done = 0;
        while (!stopping.getAsBoolean()) {
            List<SyncJob> claimed =
                    transactions.call(Caller.writer(), connection -> jobs.claimDue(connection, worker, 1, CLAIM));
            if (claimed.isEmpty()) {
                return done;
            }
            work(claimed.getFirst(), stopping);
            done++;
        }
        return done;
    }

    /** Hands back what this worker holds, so that another can go on at once. */
    public void release() {
        transactions.run(Caller.writer(), connection -> jobs.release(connection, worker));
    }

    private void work(SyncJob job, BooleanSupplier stopping) {
        try {
            perform(job.subject(), () -> stopping.getAsBoolean() || !stillMine(job));
            transactions.run(Caller.writer(), connection -> end(connection, job));
        } catch (RepoPass.Interrupted e) {
            release();
        } catch (GitHubUnavailable e) {
            Duration wait = Duration.between(clock.instant(), e.retryAt());
            fail(job, String.valueOf(e.getMessage()), wait.isNegative() ? Duration.ofSeconds(1) : wait);
        } catch (GitHubRefused | PayloadRejected | DatabaseFailed e) {
            fail(job, String.valueOf(e.getMessage()), BACK_OFF.afterFailures(job.attempts()));
        } catch (RuntimeException e) {
            System.getLogger(SyncWorker.class.getName())
                    .log(System.Logger.Level.ERROR, "Synchronisation of " + job.subject() + " failed unexpectedly", e);
            fail(job, e.toString(), BACK_OFF.afterFailures(job.attempts())); // one bad job must not hold up the others
        }
    }

    /** Prolongs the claim; a long first load outlives one term. */
    private boolean stillMine(SyncJob job) {
        return transactions.call(Caller.writer(), connection -> jobs.extend(connection, job, CLAIM));
    }

    private void fail(SyncJob job, String failure, Duration wait) {
        System.getLogger(SyncWorker.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "Synchronisation of {0} waits {1}: {2}",
                        job.subject(),
                        wait,
                        failure);
        transactions.run(Caller.writer(), connection -> jobs.failed(connection, job, failure, wait));
    }

    private void perform(SyncSubject subject, BooleanSupplier stopping) {
        switch (subject.kind()) {
            case ACCOUNT -> new AccountPass(transactions, github, clock, tokenOwner).run(subject.organizationId());
            case REPO ->
                tracked(subject).ifPresent(repo -> new RepoPass(transactions, github, listener, stopping).run(repo));
            case ISSUE -> tracked(subject).ifPresent(repo -> issue(repo, subject.number()));
            case PULL -> tracked(subject).ifPresent(repo -> pull(repo, subject.number()));
            case COMMITS ->
                tracked(subject).ifPresent(repo -> new RepoPass(transactions, github, listener, stopping).branch(repo));
            case TOTALS ->
                tracked(subject).ifPresent(repo -> {
                    new RepoPass(transactions, github, listener, stopping).milestones(repo);
                    reconciliation(stopping).totals(repo);
                });
            case INVENTORY ->
                tracked(subject).ifPresent(repo -> {
                    new RepoPass(transactions, github, listener, stopping).milestones(repo);
                    reconciliation(stopping).inventory(repo);
                });
            case DEPLOYMENTS ->
                tracked(subject)
                        .ifPresent(repo -> new RepoPass(transactions, github, listener, stopping).deployments(repo));
        }
    }

    private void end(java.sql.Connection connection, SyncJob job) throws SQLException {
        switch (job.subject().kind()) {
            case ACCOUNT -> jobs.doneUntilLater(connection, job, ACCOUNT_PERIOD);
            case REPO -> {
                if (isTracked(connection, job)) {
                    jobs.doneUntilLater(connection, job, REPO_PERIOD);
                } else {
                    jobs.done(connection, job);
                }
            }
            case TOTALS -> {
                if (isTracked(connection, job)) {
                    jobs.doneUntilLater(connection, job, TOTALS_PERIOD);
                } else {
                    jobs.done(connection, job);
                }
            }
            case ISSUE, PULL, COMMITS, DEPLOYMENTS, INVENTORY -> jobs.done(connection, job);
        }
    }

    private boolean isTracked(java.sql.Connection connection, SyncJob job) throws SQLException {
        return repos.findTracked(
                        connection,
                        job.subject().organizationId(),
                        job.subject().repoId())
                .isPresent();
    }

    private Reconciliation reconciliation(BooleanSupplier stopping) {
        return new Reconciliation(transactions, github, clock, stopping);
    }

    private Optional<TrackedRepo> tracked(SyncSubject subject) {
        return transactions.call(
                Caller.writer(),
                connection -> repos.findTracked(connection, subject.organizationId(), subject.repoId()));
    }

    private void issue(TrackedRepo repo, int number) {
        Optional<WholeIssue> found = github.issue(name(repo), number);
        write(repo, ingest -> {
            if (found.isPresent()) {
                ingest.wholeIssues(List.of(found.get()));
            } else {
                ingest.forgetIssue(number); // deleted, or moved to another repository
            }
        });
    }

    private void pull(TrackedRepo repo, int number) {
        Optional<WholePull> found = github.pull(name(repo), number);
        write(repo, ingest -> {
            if (found.isPresent()) {
                ingest.wholePulls(List.of(found.get()));
            } else {
                ingest.forgetPull(number);
            }
        });
    }

    private static Repository name(TrackedRepo repo) {
        return new Repository(repo.githubId(), repo.ownerLogin(), repo.name());
    }

    private interface Writing {
        void into(RepoIngest ingest) throws SQLException;
    }

    private void write(TrackedRepo repo, Writing writing) {
        transactions.run(Caller.writer(), connection -> {
            RepoIngest ingest = RepoIngest.begin(connection, repo);
            writing.into(ingest);
            new ChangeNoticeStore().append(connection, repo.organizationId(), repo.githubId(), ingest.finish());
        });
        listener.changed();
    }
}

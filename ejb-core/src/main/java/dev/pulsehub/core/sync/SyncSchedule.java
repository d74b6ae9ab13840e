package dev.pulsehub.core.sync;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.organization.OrganizationStore;
import dev.pulsehub.persistence.repo.RepoStore;
import dev.pulsehub.persistence.repo.TrackedRepo;
import dev.pulsehub.persistence.work.SyncJobStore;
import dev.pulsehub.persistence.work.SyncSubject;
import java.time.Duration;

/** Sees to it that every organization and repository has a job; jobs then keep themselves going. Idempotent. */
public final class SyncSchedule {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static final Duration LATER = Duration.ofHours(6);

    private final Transactions transactions;
    private final OrganizationStore organizations = new OrganizationStore();
    private final RepoStore repos = new RepoStore();
    private final SyncJobStore jobs = new SyncJobStore();

    public SyncSchedule(Transactions transactions) {
        this.transactions = transactions;
    }

    public void ensureScheduled() {
        transactions.run(Caller.writer(), connection -> {
            for (Long organization : organizations.listIds(connection)) {
                jobs.schedule(connection, SyncSubject.account(organization), SOON);
            }
            for (TrackedRepo repo : repos.listTracked(connection)) {
                jobs.schedule(connection, SyncSubject.repo(repo.organizationId(), repo.githubId()), SOON);
                jobs.schedule(connection, SyncSubject.totals(repo.organizationId(), repo.githubId()), LATER);
            }
        });
    }
}

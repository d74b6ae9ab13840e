package dev.pulsehub.persistence.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncJobStoreIT {

    private static final Transactions TRANSACTIONS = TestDatabase.fresh().transactions();
    private static final Duration TERM = Duration.ofMinutes(5);
    private static final SyncSubject REPO = SyncSubject.repo(1, 100);

    private final SyncJobStore jobs = new SyncJobStore();

    @BeforeEach
    void an_organization_without_jobs() {
        TRANSACTIONS.run(
                Caller.writer(), connection -> connection.createStatement().execute("""
                        delete from pulse.sync_job;
                        insert into pulse.organization (id, slug, name) overriding system value
                        values (1, 'acme', 'Acme') on conflict do nothing
                        """));
    }

    @Test
    void a_job_is_claimed_once_and_is_gone_when_done() {
        schedule(REPO, Duration.ZERO);

        List<SyncJob> claimed = claim("one", TERM);
        assertThat(claimed).singleElement().satisfies(job -> {
            assertThat(job.subject()).isEqualTo(REPO);
            assertThat(job.attempts()).isEqualTo(1);
        });
        assertThat(claim("two", TERM)).isEmpty();

        assertThat(done(claimed.getFirst())).isTrue();
        assertThat(stored()).isZero();
    }

    @Test
    void a_job_is_not_claimed_before_it_is_due_and_the_earliest_wish_counts() {
        schedule(REPO, Duration.ofHours(1));
        assertThat(claim("one", TERM)).isEmpty();

        schedule(REPO, Duration.ZERO);
        schedule(REPO, Duration.ofHours(2));
        assertThat(claim("one", TERM)).hasSize(1);
    }

    @Test
    void what_is_asked_for_again_while_a_worker_is_at_it_stays_due() {
        schedule(REPO, Duration.ZERO);
        SyncJob first = claim("one", TERM).getFirst();

        schedule(REPO, Duration.ZERO);
        assertThat(claim("two", TERM)).isEmpty();

        assertThat(done(first)).isTrue();
        assertThat(claim("two", TERM)).hasSize(1);
    }

    @Test
    void an_expired_claim_is_claimed_again_and_its_first_worker_is_told() {
        schedule(REPO, Duration.ZERO);
        SyncJob lost = claim("one", Duration.ZERO).getFirst();

        SyncJob taken = claim("one", TERM).getFirst();

        assertThat(taken.attempts()).isEqualTo(2);
        assertThat(done(lost)).isFalse();
        assertThat(SyncJobStoreIT.<Boolean>write(connection -> jobs.extend(connection, lost, TERM)))
                .isFalse();
        assertThat(SyncJobStoreIT.<Boolean>write(connection -> jobs.failed(connection, lost, "late", Duration.ZERO)))
                .isFalse();
        assertThat(SyncJobStoreIT.<Boolean>write(connection -> jobs.doneUntilLater(connection, lost, Duration.ZERO)))
                .isFalse();
        assertThat(done(taken)).isTrue();
    }

    @Test
    void a_failed_job_waits_and_counts_its_attempts() {
        schedule(REPO, Duration.ZERO);
        SyncJob first = claim("one", TERM).getFirst();
        write(connection -> jobs.failed(connection, first, "502 from GitHub", Duration.ofHours(1)));
        assertThat(claim("one", TERM)).isEmpty();

        schedule(REPO, Duration.ZERO);
        SyncJob second = claim("one", TERM).getFirst();
        assertThat(second.attempts()).isEqualTo(2);

        write(connection -> jobs.doneUntilLater(connection, second, Duration.ofMinutes(-1)));
        assertThat(claim("one", TERM).getFirst().attempts()).isEqualTo(1);
    }

    @Test
    void a_stopping_worker_hands_its_jobs_back() {
        schedule(REPO, Duration.ZERO);
        claim("one", TERM);

        assertThat(SyncJobStoreIT.<Integer>write(connection -> jobs.release(connection, "one")))
                .isEqualTo(1);

        assertThat(claim("two", TERM))
                .singleElement()
                .satisfies(job -> assertThat(job.attempts()).isEqualTo(1));
    }

    @Test
    void four_workers_never_claim_the_same_job() throws Exception {
        int count = 200;
        for (int number = 1; number <= count; number++) {
            schedule(SyncSubject.issue(1, 100, number), Duration.ZERO);
        }
        ConcurrentLinkedQueue<Long> claimed = new ConcurrentLinkedQueue<>();
        List<Callable<Boolean>> workers = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            String name = "worker " + worker;
            workers.add(() -> {
                for (List<SyncJob> some = claim(name, TERM); !some.isEmpty(); some = claim(name, TERM)) {
                    some.forEach(job -> claimed.add(job.id()));
                }
                return true;
            });
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> worker : threads.invokeAll(workers)) {
                assertThat(worker.get()).isTrue();
            }
        }

        assertThat(claimed).hasSize(count).doesNotHaveDuplicates();
    }

    private void schedule(SyncSubject subject, Duration delay) {
        TRANSACTIONS.run(Caller.writer(), connection -> jobs.schedule(connection, subject, delay));
    }

    private List<SyncJob> claim(String worker, Duration term) {
        return write(connection -> jobs.claimDue(connection, worker, 7, term));
    }

    private boolean done(SyncJob job) {
        return write(connection -> jobs.done(connection, job));
    }

    private static long stored() {
        return write(connection ->
                Sql.of("select count(*) as jobs from pulse.sync_job").get(connection, row -> row.number("jobs")));
    }

    private static <T> T write(Transactions.Work<T> work) {
        return TRANSACTIONS.call(Caller.writer(), work);
    }
}

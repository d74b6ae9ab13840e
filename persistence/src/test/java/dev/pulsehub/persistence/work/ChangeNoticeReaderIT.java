package dev.pulsehub.persistence.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeNoticeReaderIT {

    private static final Transactions TRANSACTIONS = TestDatabase.fresh().transactions();

    private final ChangeNoticeStore store = new ChangeNoticeStore();
    private final ChangeNoticeReader reader =
            new ChangeNoticeReader(store, Clock.fixed(Instant.parse("2026-01-05T00:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void a_reader_that_has_found_its_place() {
        TRANSACTIONS.run(
                Caller.writer(), connection -> connection.createStatement().execute("""
                        delete from pulse.change_notice;
                        insert into pulse.organization (id, slug, name) overriding system value
                        values (1, 'acme', 'Acme') on conflict do nothing
                        """));
        append(99);
        assertThat(read()).isEmpty();
    }

    @Test
    void each_notice_is_given_once_with_its_kinds_sorted() {
        TRANSACTIONS.run(
                Caller.writer(), connection -> store.append(connection, 1, 100, List.of("runs", "pulls", "runs")));

        assertThat(read()).singleElement().satisfies(notice -> {
            assertThat(notice.repoId()).isEqualTo(100);
            assertThat(notice.kinds()).containsExactly("pulls", "runs");
        });
        assertThat(read()).isEmpty();
    }

    @Test
    void a_notice_that_commits_after_a_later_one_is_not_lost() throws Exception {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService slow = Executors.newSingleThreadExecutor()) {
            Future<?> late = slow.submit(() -> TRANSACTIONS.run(Caller.writer(), connection -> {
                store.append(connection, 1, 100, List.of("pulls"));
                appended.countDown();
                await(mayCommit);
            }));
            appended.await();
            append(200);
            assertThat(read()).extracting(ChangeNotice::repoId).containsExactly(200L);

            mayCommit.countDown();
            late.get();

            assertThat(read()).extracting(ChangeNotice::repoId).containsExactly(100L);
            assertThat(read()).isEmpty();
        }
    }

    @Test
    void old_notices_are_purged() {
        assertThat(purge(Duration.ofHours(1))).isZero();
        assertThat(purge(Duration.ZERO)).isEqualTo(1);
    }

    private int purge(Duration kept) {
        return TRANSACTIONS.call(Caller.writer(), connection -> store.purge(connection, kept));
    }

    private void append(long repo) {
        TRANSACTIONS.run(Caller.writer(), connection -> store.append(connection, 1, repo, List.of("pulls")));
    }

    private List<ChangeNotice> read() {
        return TRANSACTIONS.call(Caller.writer(), reader::readNew);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

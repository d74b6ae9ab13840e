package dev.pulsehub.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.core.github.GitHubOverHttp;
import dev.pulsehub.core.organization.SingleUserSetup;
import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.simulator.http.RequestLog;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Verbs;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FirstSyncIT {

    private final TestDatabase database = TestDatabase.fresh();
    private final Transactions transactions = database.transactions();

    @Test
    void stores_everything_there_is_and_asks_nothing_that_counts_when_nothing_changed() {
        try (Simulator simulator = Simulator.builder().scale(0.2).start()) {
            GitHubOverHttp github =
                    new GitHubOverHttp(URI.create(simulator.url()), simulator.token(), Clock.systemUTC());
            SingleUserSetup.SetUp setUp = new SingleUserSetup(transactions, github, List.of("acme")).establish();
            SyncWorker worker = new SyncWorker(
                    transactions,
                    github,
                    Clock.systemUTC(),
                    "test",
                    OptionalLong.of(setUp.person().id()),
                    () -> {});

            Repo one = simulator.world().repos().iterator().next();
            simulator.world().write(() -> {
                Verbs verbs = simulator.world().at(simulator.world().clock().instant());
                verbs.repos().release(one, one.owner(), "v99", "Ninety-nine", false, false);
                return verbs.deployments()
                        .create(one, one.owner(), new Deployment.What("main", "f00d", "production", Optional.empty()));
            });

            worker.workUntilIdle(() -> false);

            assertThat(count("select count(*) from pulse.sync_cursor where failure is not null"))
                    .isZero();
            assertThat(count("select count(*) from pulse.issue"))
                    .isEqualTo(simulator.world().repos().stream()
                            .mapToLong(repo -> repo.issues().count())
                            .sum());
            assertThat(count("select count(*) from pulse.pull_request_fact"))
                    .isEqualTo(simulator.world().repos().stream()
                            .mapToLong(repo -> repo.pulls().count())
                            .sum());
            assertThat(count("select count(*) from pulse.workflow_run"))
                    .isEqualTo(simulator.world().repos().stream()
                            .mapToLong((Repo repo) -> repo.runs().size())
                            .sum());

            assertThat(count("select count(*) from pulse.deployment"))
                    .isEqualTo(simulator.world().repos().stream()
                            .mapToLong((Repo repo) -> repo.deployments().size())
                            .sum())
                    .isPositive();
            assertThat(count("select count(*) from pulse.release"))
                    .isEqualTo(simulator.world().repos().stream()
                            .mapToLong((Repo repo) -> repo.releases().size())
                            .sum())
                    .isPositive();

            RequestLog.Totals first = simulator.requests().totals();
            System.getLogger("cost").log(System.Logger.Level.INFO, "first synchronisation: {0}", first);
            simulator.requests().reset();
            transactions.run(
                    Caller.writer(),
                    connection -> Sql.of("update pulse.sync_job set due_at = now() where kind = 'repo'")
                            .update(connection));
            worker.workUntilIdle(() -> false);
            System.getLogger("cost")
                    .log(
                            System.Logger.Level.INFO,
                            "second: {0}",
                            simulator.requests().totals());
            assertThat(simulator.requests().totals().total()).isPositive();
            assertThat(simulator.requests().totals().counted()).isZero();
        }
    }

    private long count(String sql) {
        return transactions.call(
                Caller.writer(), connection -> Sql.of(sql).get(connection, row -> row.number("count")));
    }
}

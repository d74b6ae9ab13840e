package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.postgres.DatabaseUrls;
import dev.pulsehub.postgres.TestPostgres;
import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.stack.ServiceProcess;
import dev.pulsehub.stack.StopRequest;
import dev.pulsehub.stack.SyncProgress;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class KilledIT {

    private final StopRequest never = new StopRequest();

    @Test
    void a_service_killed_while_it_loads_ends_with_the_rows_of_an_undisturbed_one() throws Exception {
        Clock stopped = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
        try (Simulator simulator = Simulator.builder().clock(stopped).scale(0.4).start()) {
            DatabaseUrls disturbed = TestPostgres.server().createDatabase("killed");
            SyncProgress progress = new SyncProgress(disturbed.owner());
            ServiceProcess web = start("killed", simulator, disturbed);
            web.awaitReady(never);
            await(progress, look -> look.repos() > 0);
            assertThat(isWorkedOff(disturbed, delivery(disturbed)))
                    .as("a delivery waits for the first synchronisation to end")
                    .isTrue();
            await(progress, look -> look.loaded() >= 2);
            SyncProgress.Look atTheKill = progress.look().orElseThrow();
            web.kill();
            assertThat(atTheKill.complete()).as("the kill came too late").isFalse();

            ServiceProcess again = start("killed", simulator, disturbed);
            Map<String, String> after = finish(again, progress, disturbed);

            DatabaseUrls calm = TestPostgres.server().createDatabase("undisturbed");
            ServiceProcess other = start("undisturbed", simulator, calm);
            Map<String, String> expected = finish(other, new SyncProgress(calm.owner()), calm);

            assertThat(after).isEqualTo(expected);
            assertThat(expected.get("pull_request")).doesNotStartWith("0 ");
        }
    }

    private static long delivery(DatabaseUrls database) throws SQLException {
        try (Connection owner = Digests.connect(database.owner());
                Statement statement = owner.createStatement();
                ResultSet id = statement.executeQuery("""
                        insert into pulse.webhook_delivery (delivery_id, event, payload, received_at)
                        values (gen_random_uuid(), 'ping', '{}'::bytea, now())
                        returning id
                        """)) {
            id.next();
            return id.getLong(1);
        }
    }

    private static boolean isWorkedOff(DatabaseUrls database, long delivery) throws Exception {
        String query = "select outcome is not null from pulse.webhook_delivery where id = " + delivery;
        try (Connection owner = Digests.connect(database.owner());
                Statement statement = owner.createStatement()) {
            for (int look = 0; look < 50; look++) {
                try (ResultSet row = statement.executeQuery(query)) {
                    if (row.next() && row.getBoolean(1)) {
                        return true;
                    }
                }
                Thread.sleep(100);
            }
        }
        return false;
    }

    private Map<String, String> finish(ServiceProcess web, SyncProgress progress, DatabaseUrls database)
            throws Exception {
        try {
            web.awaitReady(never);
            await(progress, SyncProgress.Look::complete);
            return Digests.settled(database.owner());
        } finally {
            web.stop();
        }
    }

    private static void await(SyncProgress progress, Predicate<SyncProgress.Look> enough) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (progress.look().filter(enough).isEmpty()) {
            assertThat(System.nanoTime()).as(() -> "at " + progress.look()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private ServiceProcess start(String name, Simulator simulator, DatabaseUrls database) throws java.io.IOException {
        int port = RunningStack.freePort();
        URI url = URI.create("http://localhost:" + port);
        Map<String, String> environment = new HashMap<>();
        environment.put("PORT", Integer.toString(port));
        environment.put("AUTH_URL", url.toString());
        environment.put("AUTH_SECRET", "a secret of this test, long enough for it");
        environment.put("POSTGRES_URL", database.application());
        environment.put("POSTGRES_MIGRATION_URL", database.owner());
        environment.put("GITHUB_API_URL", simulator.url());
        environment.put("GITHUB_URL", simulator.url());
        environment.put("GITHUB_TOKEN", simulator.token());
        environment.put("GITHUB_ORG", String.join(",", simulator.repositoryOwners()));
        environment.put("GITHUB_WEBHOOK_SECRET", "another secret of this test, never used");
        environment.put("PULSEHUB_SINGLE_USER", "true");
        environment.put("PULSEHUB_SIGNIN_TOKEN", "a token of this test that nobody uses at all");
        return ServiceProcess.start(ServiceProcess.Kind.WEB, Built.webJar(), environment, url, Built.folder(name));
    }
}

package dev.pulsehub.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.core.ingest.DeliveryInbox;
import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.simulator.hook.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CountersIT {

    @Test
    void counters_equal_a_count_of_the_rows_when_many_deliver_and_two_work() throws Exception {
        try (Simulator simulator = Worlds.empty()) {
            Tenant tenant = Tenant.synchronisedWith(simulator);
            List<Webhooks.Delivery> deliveries = happenings(simulator, 120);
            DeliveryInbox inbox = tenant.inbox();
            try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
                List<Future<?>> sent = new ArrayList<>();
                for (Webhooks.Delivery one : deliveries) {
                    sent.add(threads.submit(
                            () -> inbox.accept(UUID.fromString(one.guid()), one.event(), one.payload())));
                }
                List<Future<?>> worked = List.of(
                        threads.submit(() -> workWhile(tenant, "one")), threads.submit(() -> workWhile(tenant, "two")));
                join(sent);
                join(worked);
            }
            tenant.deliveryWorker("last").workUntilIdle(() -> false);

            assertThat(tenant.count("select count(*) from pulse.webhook_delivery where outcome is null"))
                    .isZero();
            assertThat(tenant.texts("select (to_jsonb(d) - 'organization_id')::text as text from pulse.repo_day d"))
                    .isNotEmpty()
                    .isEqualTo(tenant.texts(COUNTED));
        }
    }

    private static final String COUNTED = """
            select jsonb_build_object(
                'repo_id', r.github_id, 'day', d.day,
                'issues_created', (select count(*) from pulse.issue i where i.organization_id = r.organization_id
                                   and i.created_at::date = d.day),
                'issues_closed', (select count(*) from pulse.issue i where i.organization_id = r.organization_id
                                  and i.closed_at::date = d.day),
                'pulls_created', (select count(*) from pulse.pull_request p where p.organization_id = r.organization_id
                                  and p.created_at::date = d.day),
                'pulls_merged', (select count(*) from pulse.pull_request p where p.organization_id = r.organization_id
                                 and p.merged_at::date = d.day),
                'pulls_closed', (select count(*) from pulse.pull_request p where p.organization_id = r.organization_id
                                 and p.merged_at is null and p.closed_at::date = d.day),
                'reviews', (select count(*) from pulse.review v where v.organization_id = r.organization_id
                            and v.submitted_at::date = d.day),
                'runs_completed', (select count(*) from pulse.workflow_run w where w.organization_id = r.organization_id
                                   and w.completed_at::date = d.day),
                'runs_succeeded', (select count(*) from pulse.workflow_run w where w.organization_id = r.organization_id
                                   and w.completed_at::date = d.day and w.conclusion = 'success'),
                'runs_failed', (select count(*) from pulse.workflow_run w where w.organization_id = r.organization_id
                                and w.completed_at::date = d.day and w.conclusion = 'failure'))::text as text
            from pulse.repo r, (select date '2026-03-02' as day) d
            """;

    /** All in one repository and on one day. */
    private static List<Webhooks.Delivery> happenings(Simulator simulator, int number) {
        simulator.webhooks().sendTo(new Webhooks.Target("http://localhost:1/", "secret"));
        for (int i = 0; i < number; i++) {
            Worlds.mutate(simulator, i * 37 % 20 + 20 * i);
        }
        return simulator.webhooks().deliveries();
    }

    private static void workWhile(Tenant tenant, String name) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        while (System.nanoTime() < end) {
            tenant.deliveryWorker(name).workUntilIdle(() -> false);
        }
    }

    private static void join(List<Future<?>> all) throws ExecutionException, InterruptedException {
        for (Future<?> one : all) {
            one.get();
        }
    }
}

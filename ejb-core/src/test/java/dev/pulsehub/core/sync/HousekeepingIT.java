package dev.pulsehub.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.simulator.Simulator;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class HousekeepingIT {

    private static final String DELIVERIES = """
            insert into pulse.webhook_delivery (delivery_id, event, payload, received_at, outcome, done_at)
            select gen_random_uuid(), one.name, 'payload'::bytea, one.at, nullif(one.outcome, 'waiting'),
                case when one.outcome <> 'waiting' then one.at end
            from (values ('old', 'applied', now() - interval '15 days'), ('older', 'ignored', now() - interval '90 days'),
                         ('young', 'applied', now() - interval '13 days'), ('parked', 'parked', now() - interval '90 days'),
                         ('waiting', 'waiting', now() - interval '90 days')) one (name, outcome, at)
            """;

    private static final String SESSIONS = """
            insert into pulse.session (person_id, organization_id, secret_hash, user_agent, expires_at, revoked_at)
            select p.id, o.id, decode(md5(one.name), 'hex'), one.name, one.ends, one.revoked
            from pulse.person p, pulse.organization o,
                (values ('live', now() + interval '1 day', null), ('expired lately', now() - interval '29 days', null),
                        ('expired', now() - interval '31 days', null),
                        ('revoked', now() + interval '1 day', now() - interval '31 days')) one (name, ends, revoked)
            """;

    private static final String NOTICES = """
            insert into pulse.change_notice (organization_id, repo_id, kinds, created_at)
            select o.id, 1, array[one.name], now() - one.age
            from pulse.organization o, (values ('old', interval '31 minutes'), ('new', interval '29 minutes')) one (name, age)
            """;

    @Test
    void only_what_nobody_needs_any_more_is_forgotten_and_nothing_the_second_time() {
        try (Simulator simulator = Worlds.empty()) {
            Tenant tenant = Tenant.of(simulator);
            tenant.change(DELIVERIES);
            tenant.change(SESSIONS);
            tenant.change(NOTICES);
            Housekeeping housekeeping = new Housekeeping(tenant.transactions(), tenant.deliveries());

            for (int time = 1; time <= 2; time++) {
                housekeeping.tidy();

                assertThat(tenant.texts("select event as text from pulse.webhook_delivery where payload is not null"))
                        .containsExactlyInAnyOrder("young", "parked", "waiting");
                assertThat(tenant.count("select count(*) from pulse.webhook_delivery"))
                        .isEqualTo(5);
                assertThat(tenant.texts("select user_agent as text from pulse.session"))
                        .containsExactlyInAnyOrder("live", "expired lately");
                assertThat(tenant.texts("select kinds[1] as text from pulse.change_notice"))
                        .containsExactly("new");
            }
        }
    }

    @Test
    void a_table_that_grew_is_planned_for_at_its_new_size() throws Exception {
        try (Simulator simulator = Worlds.empty()) {
            Tenant tenant = Tenant.of(simulator);
            Housekeeping housekeeping = new Housekeeping(tenant.transactions(), tenant.deliveries());
            tenant.change("""
                    insert into pulse.webhook_delivery (delivery_id, event, payload, received_at)
                    select gen_random_uuid(), 'ping', 'payload'::bytea, now() from generate_series(1, 5000)
                    """);
            await(() -> {
                housekeeping.refreshStatistics();
                return tenant.count(
                                "select reltuples::bigint as count from pg_class where oid = 'pulse.webhook_delivery'::regclass")
                        >= 5000;
            });
        }
    }

    /** The server counts changes a moment after they are committed. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(100);
        }
    }
}

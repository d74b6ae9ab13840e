package dev.pulsehub.core.sync;

import dev.pulsehub.core.github.GitHub;
import dev.pulsehub.core.github.GitHubOverHttp;
import dev.pulsehub.core.ingest.DeliveryInbox;
import dev.pulsehub.core.ingest.DeliveryWorker;
import dev.pulsehub.core.organization.SingleUserSetup;
import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.work.BackOff;
import dev.pulsehub.persistence.work.DeliveryStore;
import dev.pulsehub.simulator.Simulator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A tenant with a database of its own that synchronises all a simulator holds. */
record Tenant(Transactions transactions, GitHub github, SingleUserSetup.SetUp setUp) {

    /** What only the order of the questions tells, or what is asked for once in ten minutes. */
    private static final Map<String, String> NOT_COMPARED = Map.of(
            "account", "{seen_at}",
            "deployment", "{ref}", // only while its branch is there
            "repo", "{updated_at,pushed_at}",
            "repo_access", "{checked_at}");

    /** Every table of a tenant's own but those that tell of the watching and not of GitHub. */
    private static final String TABLES = """
            select c.relname as text
            from pg_catalog.pg_class c
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
            where c.relnamespace = 'pulse'::regnamespace and c.relkind in ('r', 'p')
              and c.relname not like 'observed\\_%' and not c.relname = any ('{label,membership,source_account,sync_cursor,sync_job,change_notice,session,api_token}')
            order by 1
            """;

    /** A label counts while something bears it. */
    private static final String LABELS = """
            select to_jsonb(l)::text as text
            from pulse.label l
            where exists (select from pulse.issue i where i.repo_id = l.repo_id and l.name = any (i.labels))
               or exists (select from pulse.pull_request p where p.repo_id = l.repo_id and l.name = any (p.labels))
            """;

    static Tenant of(Simulator simulator) {
        Transactions transactions = TestDatabase.fresh().transactions();
        GitHub github = new SimulatedTime(
                new GitHubOverHttp(URI.create(simulator.url()), simulator.token(), Clock.systemUTC()),
                simulator.world().clock());
        return new Tenant(
                transactions,
                github,
                new SingleUserSetup(transactions, github, simulator.repositoryOwners()).establish());
    }

    /** As {@link #of}, with everything loaded. */
    static Tenant synchronisedWith(Simulator simulator) {
        Tenant tenant = of(simulator);
        tenant.work();
        return tenant;
    }

    SyncWorker worker(Transactions through) {
        return new SyncWorker(
                through,
                github,
                Clock.systemUTC(),
                "sync",
                OptionalLong.of(setUp.person().id()),
                () -> {});
    }

    /** Does what is due. */
    int work() {
        return worker(transactions).workUntilIdle(() -> false);
    }

    /** Lets the time until the next refresh pass, and refreshes. */
    void refresh() {
        change("update pulse.sync_job set due_at = now() where kind = 'repo' and claimed_until is null");
        work();
    }

    /** Holds every repository against GitHub thoroughly, as a day does in which totals differed. */
    void reconcile() {
        change("""
                insert into pulse.sync_job (organization_id, kind, repo_id, due_at)
                select organization_id, 'inventory', github_id, now() from pulse.repo where gone_at is null
                on conflict on constraint sync_job_subject_key do update set due_at = now()
                """);
        work();
    }

    /** Lets every claim and wait end, as if the process that holds them were dead for long. */
    void expireClaims() {
        change("update pulse.sync_job set claimed_until = now() where claimed_until is not null");
        change("update pulse.sync_job set due_at = now() where due_at <> 'infinity' and attempts > 0");
    }

    DeliveryStore deliveries() {
        return new DeliveryStore(new BackOff(Duration.ofMillis(1), Duration.ofMillis(5)), 8);
    }

    DeliveryInbox inbox() {
        return new DeliveryInbox(transactions, deliveries(), () -> {});
    }

    DeliveryWorker deliveryWorker(String name) {
        return new DeliveryWorker(transactions, deliveries(), name, () -> {});
    }

    void change(String statement) {
        transactions.run(Caller.writer(), connection -> Sql.of(statement).update(connection));
    }

    List<String> texts(String query) {
        return transactions.call(
                Caller.writer(), connection -> Sql.of(query).list(connection, row -> row.text("text")));
    }

    long count(String query) {
        return transactions.call(
                Caller.writer(), connection -> Sql.of(query).get(connection, row -> row.number("count")));
    }

    /** The rows that only this tenant or only the other has, of all tables and as far as GitHub tells them. */
    List<String> differences(Tenant other) {
        List<String> differences = new ArrayList<>();
        Map<String, Set<String>> theirs = other.rows();
        rows().forEach((table, mine) -> {
            Set<String> others = theirs.getOrDefault(table, Set.of());
            mine.stream().filter(row -> !others.contains(row)).forEach(row -> differences.add(table + " has " + row));
            others.stream().filter(row -> !mine.contains(row)).forEach(row -> differences.add(table + " lacks " + row));
        });
        return differences;
    }

    private Map<String, Set<String>> rows() {
        Map<String, Set<String>> rows = new TreeMap<>();
        for (String table : texts(TABLES)) {
            String ignored = NOT_COMPARED.getOrDefault(table, "{}");
            rows.put(
                    table,
                    new TreeSet<>(texts("select (to_jsonb(t) - '" + ignored + "'::text[])::text as text from pulse."
                            + table + " t")));
        }
        rows.put("label", new TreeSet<>(texts(LABELS)));
        return rows;
    }
}

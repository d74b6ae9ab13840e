package dev.pulsehub.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Sql;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cycle times, workflow health and stale work against plain SQL over raw rows. */
class FlowReportsIT {

    private static final ReportFixture FIXTURE = new ReportFixture();
    private static final long ACME = FIXTURE.organization("acme");

    @ParameterizedTest
    @ValueSource(ints = {7, 30, 90, 365})
    void cycle_times_equal_the_oracle(int days) {
        CycleTimes times = new CycleTimeReport(FIXTURE.transactions(), FIXTURE.clock())
                .read(FIXTURE.selection("ada", "acme", new Range.Last(days)), 5);
        Window window = times.window();

        isOracle(times.now().cycle(), "cycle_to_merge", window.from(), window.to());
        isOracle(times.before().cycle(), "cycle_to_merge", window.previousFrom(), window.from());
        isOracle(times.now().pickup(), "pickup", window.from(), window.to());
        assertThat(times.now().merged())
                .isEqualTo(FIXTURE.oracle("merged", ACME, window.from(), window.to())
                        .n());
        assertThat(times.slowest())
                .hasSizeBetween(1, 5)
                .isSortedAccordingTo((one, other) -> Long.compare(
                        other.seconds(PullMetric.CYCLE_TO_MERGE).orElseThrow(),
                        one.seconds(PullMetric.CYCLE_TO_MERGE).orElseThrow()))
                .allSatisfy(pull ->
                        assertThat(pull.moments().mergedAt().orElseThrow()).isBetween(window.from(), window.to()));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 30, 90, 365})
    void the_success_rate_equals_the_oracle_and_its_parts_add_up(int days) {
        WorkflowHealth health = new WorkflowHealthReport(FIXTURE.transactions(), FIXTURE.clock())
                .read(FIXTURE.selection("ada", "acme", new Range.Last(days)));
        Window window = health.window();
        ReportFixture.Oracle oracle = FIXTURE.oracle("run_success", ACME, window.from(), window.to());

        assertThat(health.now().runs()).isEqualTo(oracle.n()).isPositive();
        assertThat(health.now().successRate().orElseThrow()).isCloseTo(oracle.value(), within(1e-9));
        assertThat(health.workflows().stream()
                        .mapToLong(one -> one.outcome().runs())
                        .sum())
                .isEqualTo(health.now().runs());
        assertThat(health.workflows().stream()
                        .mapToLong(one -> one.outcome().failed())
                        .sum())
                .isEqualTo(health.now().failed());
    }

    @Test
    void stale_work_is_what_nobody_touched_and_ends_with_its_limit() {
        StaleWorkReport report = new StaleWorkReport(FIXTURE.transactions(), FIXTURE.clock());
        Selection selection = FIXTURE.selection("ada", "acme", new Range.Everything());
        Instant before = ReportFixture.NOW.minus(Duration.ofDays(7));

        StaleWork all = report.read(selection, Duration.ofDays(7), true, 10_000);
        StaleWork pulls = report.read(selection, Duration.ofDays(7), false, 10_000);
        StaleWork few = report.read(selection, Duration.ofDays(7), true, 3);

        assertThat(pulls.total())
                .isEqualTo(openAndUntouched("pull_request", before))
                .isPositive();
        assertThat(all.total() - pulls.total()).isEqualTo(openAndUntouched("issue", before));
        assertThat(all.items()).hasSize((int) all.total());
        assertThat(few.items()).isEqualTo(all.items().subList(0, 3));
        assertThat(few.total()).isEqualTo(all.total());
        assertThat(all.items())
                .isSortedAccordingTo((one, other) -> one.untouchedSince().compareTo(other.untouchedSince()))
                .allSatisfy(item -> assertThat(item.untouchedSince()).isBefore(before));
    }

    @Test
    void another_organizations_person_gets_nothing() {
        Selection foreign = new Selection(
                FIXTURE.person("ada"), FIXTURE.organization("globex"), java.util.List.of(), new Range.Last(365), true);

        assertThat(new CycleTimeReport(FIXTURE.transactions(), FIXTURE.clock())
                        .read(foreign, 5)
                        .now()
                        .merged())
                .isZero();
        assertThat(new WorkflowHealthReport(FIXTURE.transactions(), FIXTURE.clock())
                        .read(foreign)
                        .now()
                        .runs())
                .isZero();
        assertThat(new StaleWorkReport(FIXTURE.transactions(), FIXTURE.clock())
                        .read(foreign, Duration.ZERO, true, 10)
                        .items())
                .isEmpty();
    }

    private static void isOracle(Percentiles percentiles, String name, Instant from, Instant to) {
        ReportFixture.Oracle oracle = FIXTURE.oracle(name, ACME, from, to);
        assertThat(percentiles.n()).isEqualTo(oracle.n()).isPositive();
        assertThat(percentiles.p50().orElseThrow()).isCloseTo(oracle.value(), within(0.6));
        assertThat(percentiles.p75().orElseThrow())
                .isGreaterThanOrEqualTo(percentiles.p50().orElseThrow());
        assertThat(percentiles.p90().orElseThrow())
                .isGreaterThanOrEqualTo(percentiles.p75().orElseThrow());
    }

    private static long openAndUntouched(String table, Instant before) {
        return FIXTURE.transactions()
                .call(
                        Caller.writer(),
                        connection ->
                                Sql.of("""
                        select count(*) as n
                        from pulse.%s t
                        where t.organization_id = ? and t.state = 'OPEN' and t.updated_at < ?
                          and not exists (select from pulse.repo r where r.organization_id = t.organization_id
                                          and r.github_id = t.repo_id and r.gone_at is not null)
                          and not exists (select from pulse.account a where a.organization_id = t.organization_id
                                          and a.github_id = t.author_id and a.is_bot)
                        """.formatted(table), ACME, before).get(connection, row -> row.number("n")));
    }
}

package dev.pulsehub.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pulsehub.core.report.Headline.Key;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of the Overview against plain SQL over raw rows, written before the report was. */
class OverviewReportIT {

    private static final ReportFixture FIXTURE = new ReportFixture();
    private static final OverviewReport REPORT = new OverviewReport(FIXTURE.transactions(), FIXTURE.clock());

    static Stream<Arguments> every_headline_and_range() {
        return Stream.of(new Range.Last(7), new Range.Last(30), new Range.Last(90), new Range.Last(365), HOLIDAYS)
                .flatMap(range -> Stream.of(Key.values()).map(key -> Arguments.of(key, range)));
    }

    /** Cut by a change of summer time in the organization's zone. */
    private static final Range HOLIDAYS =
            new Range.Days(Optional.of(LocalDate.parse("2026-10-05")), Optional.of(LocalDate.parse("2026-11-03")));

    @ParameterizedTest
    @MethodSource("every_headline_and_range")
    void equals_the_oracle(Key key, Range range) {
        Overview overview = REPORT.read(FIXTURE.selection("ada", "acme", range));
        Headline headline = overview.headline(key);
        Window window = overview.window();
        ReportFixture.Oracle now = oracle(key, window.from(), window.to());

        assertThat(headline.n()).isEqualTo(now.n()).isPositive();
        assertThat(headline.value().orElseThrow()).isCloseTo(now.value(), tolerance(key));
        if (key != Key.OPEN_PULL_AGE) {
            assertThat(headline.previous().orElseThrow())
                    .isCloseTo(oracle(key, window.previousFrom(), window.from()).value(), tolerance(key));
        }
        assertThat(headline.spark()).hasSizeBetween(12, 24);
    }

    @Test
    void the_trend_and_the_throughput_hold_every_merged_pull_request_once() {
        Overview overview = REPORT.read(FIXTURE.selection("ada", "acme", new Range.Last(90)));

        assertThat(overview.trend().stream().mapToLong(point -> point.now().n()).sum())
                .isEqualTo(overview.headline(Key.CYCLE_TO_MERGE).n());
        assertThat(overview.throughput().stream()
                        .mapToLong(ThroughputPoint::merged)
                        .sum())
                .isEqualTo(overview.headline(Key.PULLS_MERGED).n());
        assertThat(overview.repos().stream().mapToLong(RepoComparison::merged).sum())
                .isEqualTo(overview.headline(Key.PULLS_MERGED).n());
    }

    @Test
    void nothing_is_empty_and_not_zero() {
        Range quiet =
                new Range.Days(Optional.of(LocalDate.parse("2020-01-01")), Optional.of(LocalDate.parse("2020-01-31")));

        Headline cycle = REPORT.read(FIXTURE.selection("ada", "acme", quiet)).headline(Key.CYCLE_TO_MERGE);

        assertThat(cycle.value()).isEmpty();
        assertThat(cycle.n()).isZero();
        assertThat(cycle.change()).isEmpty();
    }

    @Test
    void everything_ends_with_the_last_thing_that_happened() {
        Overview overview = REPORT.read(FIXTURE.selection("ada", "acme", new Range.Everything()));

        assertThat(overview.window().compared()).isFalse();
        assertThat(overview.headlines())
                .allSatisfy(headline -> assertThat(headline.previous()).isEmpty());
        assertThat(overview.window().end()).isBeforeOrEqualTo(LocalDate.parse("2026-11-25"));
    }

    @Test
    void a_person_sees_the_repositories_they_may_see() {
        assertThat(repos(REPORT.read(FIXTURE.selection("bob", "acme", new Range.Last(90)))))
                .containsExactly("acme/checkout-api");
        assertThat(repos(REPORT.read(FIXTURE.selection("ada", "acme", new Range.Last(90)))))
                .hasSize(6)
                .allMatch(name -> name.startsWith("acme/"));
    }

    @Test
    void another_organization_shows_nothing_at_all() {
        Overview overview = REPORT.read(FIXTURE.selection("ada", "globex", new Range.Last(365)));

        assertThat(overview.scope().visible()).isEmpty();
        assertThat(overview.repos()).isEmpty();
        assertThat(overview.attention()).isEmpty();
        assertThat(overview.headlines())
                .allSatisfy(headline -> assertThat(headline.n()).isZero());
    }

    @Test
    void what_waits_is_mixed_and_counted() {
        Overview overview = REPORT.read(FIXTURE.selection("ada", "acme", new Range.Last(30)));

        assertThat(overview.attention())
                .hasSizeLessThanOrEqualTo(7)
                .extracting(Attention::kind)
                .contains(Attention.Kind.SYNC_FAILED, Attention.Kind.PULL_OLD);
        assertThat(overview.attentionTotal())
                .isGreaterThanOrEqualTo(overview.attention().size());
    }

    @Test
    void the_scope_says_how_fresh_it_is() {
        Freshness freshness = REPORT.read(FIXTURE.selection("ada", "acme", new Range.Last(30)))
                .scope()
                .freshness();

        assertThat(freshness.syncedAt()).contains(ReportFixture.NOW.minusSeconds(120));
        assertThat(freshness.failing()).isOne();
        assertThat(freshness.complete()).isFalse();
    }

    /** The view counts an issue's time in whole seconds, the oracle in fractions. */
    private static Offset<Double> tolerance(Key key) {
        return within(key == Key.ISSUE_LEAD_TIME ? 1.0 : 1e-6);
    }

    private static ReportFixture.Oracle oracle(Key key, Instant from, Instant to) {
        String name = switch (key) {
            case CYCLE_TO_MERGE -> "cycle_to_merge";
            case PULLS_MERGED -> "merged";
            case PICKUP_TIME -> "pickup";
            case OPEN_PULL_AGE -> "open_age";
            case RUN_SUCCESS_RATE -> "run_success";
            case ISSUE_LEAD_TIME -> "issue_lead";
        };
        return FIXTURE.oracle(name, FIXTURE.organization("acme"), from, to);
    }

    private static List<String> repos(Overview overview) {
        return overview.repos().stream().map(RepoComparison::repo).toList();
    }
}

package dev.pulsehub.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pulsehub.core.metrics.Aggregate;
import dev.pulsehub.core.metrics.MetricKey;
import dev.pulsehub.core.report.MetricQuestion.Grouping;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every metric against plain SQL over the raw rows, and the identities that hold between numbers. */
class MetricReportIT {

    private static final ReportFixture FIXTURE = new ReportFixture();
    private static final MetricReport REPORT = new MetricReport(FIXTURE.transactions(), FIXTURE.clock());
    private static final MetricRows ROWS = new MetricRows(FIXTURE.transactions(), FIXTURE.clock());
    private static final long ACME = FIXTURE.organization("acme");

    /** Cut by a change of summer time in the organization's zone. */
    private static final Range CLOCK_CHANGE = days("2026-10-05", "2026-11-03");

    static Stream<Arguments> every_metric_and_range() {
        return Stream.of(new Range.Last(7), new Range.Last(30), new Range.Last(365), CLOCK_CHANGE)
                .flatMap(range -> Stream.of(MetricKey.values()).map(key -> Arguments.of(key, range)));
    }

    @ParameterizedTest
    @MethodSource("every_metric_and_range")
    void a_metric_equals_its_oracle(MetricKey key, Range range) {
        MetricAnswer answer = REPORT.read(question(key, range));

        isOracle(answer.now(), FIXTURE.metric(key.key(), ACME, answer.window(), false));
        if (!key.subject().standing()) {
            isOracle(answer.before().orElseThrow(), FIXTURE.metric(key.key(), ACME, answer.window(), true));
        }
    }

    @ParameterizedTest
    @EnumSource(MetricKey.class)
    void the_list_behind_a_number_has_as_many_rows_as_it_says(MetricKey key) {
        MetricAnswer answer = REPORT.read(question(key, new Range.Last(30)));

        List<MetricRow> rows = rows(key, 100_000);

        if (key.subject() == dev.pulsehub.core.metrics.MetricSubject.CONTRIBUTION) {
            Set<String> people = new HashSet<>(
                    rows.stream().flatMap(row -> row.person().stream()).toList());
            assertThat((long) people.size()).isEqualTo(answer.now().n()).isPositive();
        } else {
            assertThat((long) rows.size()).isEqualTo(answer.now().n());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MetricKey.class,
            names = {"ISSUES_CREATED", "PULLS_MERGED", "ISSUE_AGE", "RUN_DURATION"})
    void parts_of_a_list_join_to_the_whole(MetricKey key) {
        List<MetricRow> whole = rows(key, 30);
        MetricRow tenth = whole.get(9);

        List<MetricRow> rest = ROWS.after(
                        key,
                        FIXTURE.selection("ada", "acme", new Range.Last(30)),
                        Paging.after(Optional.of(new Paging.After(tenth.at(), tenth.id())), 20))
                .rows();

        assertThat(rest).isEqualTo(whole.subList(10, 30));
    }

    @ParameterizedTest
    @EnumSource(MetricKey.class)
    void pieces_of_time_and_repositories_add_up(MetricKey key) {
        if (key.subject().standing() || key.subject() == dev.pulsehub.core.metrics.MetricSubject.CONTRIBUTION) {
            return;
        }
        long whole = REPORT.read(question(key, CLOCK_CHANGE)).now().n();

        for (Grouping grouping : List.of(Grouping.DAY, Grouping.WEEK, Grouping.MONTH, Grouping.REPO)) {
            MetricAnswer cut = REPORT.read(new MetricQuestion(
                    key,
                    FIXTURE.selection("ada", "acme", CLOCK_CHANGE),
                    Optional.of(grouping),
                    false,
                    Optional.empty()));
            assertThat(cut.series().stream()
                            .mapToLong(piece -> piece.figure().n())
                            .sum())
                    .as(key + " by " + grouping)
                    .isEqualTo(whole);
        }
    }

    @Test
    void the_overview_shows_the_numbers_of_the_catalogue() {
        for (int days : new int[] {7, 30, 365}) {
            Overview overview = new OverviewReport(FIXTURE.transactions(), FIXTURE.clock())
                    .read(FIXTURE.selection("ada", "acme", new Range.Last(days)));
            for (Headline headline : overview.headlines()) {
                MetricAnswer answer = REPORT.read(question(headline.key().metric(), new Range.Last(days)));
                assertThat(headline.n())
                        .as(headline.key().name())
                        .isEqualTo(answer.now().n());
                assertThat(headline.value().orElseThrow())
                        .isCloseTo(answer.now().value().orElseThrow(), within(1e-6));
                assertThat(headline.previous().orElseThrow())
                        .isCloseTo(answer.before().orElseThrow().value().orElseThrow(), within(1e-6));
            }
        }
    }

    @Test
    void open_issues_of_a_day_are_those_of_the_day_before_and_what_came_and_went() {
        Range range = CLOCK_CHANGE;
        List<MetricAnswer.Piece> open = byDay(MetricKey.ISSUE_AGE, range);
        List<MetricAnswer.Piece> created = byDay(MetricKey.ISSUES_CREATED, range);
        List<MetricAnswer.Piece> closed = byDay(MetricKey.ISSUES_CLOSED, range);
        List<MetricAnswer.Piece> reopened = byDay(MetricKey.ISSUES_REOPENED, range);

        for (int day = 1; day < open.size(); day++) {
            assertThat(open.get(day).figure().n())
                    .as(open.get(day).name())
                    .isEqualTo(open.get(day - 1).figure().n()
                            + created.get(day).figure().n()
                            + reopened.get(day).figure().n()
                            - closed.get(day).figure().n());
        }
    }

    @Test
    void no_data_is_not_zero() {
        Range quiet = days("2020-01-01", "2020-01-31");

        assertThat(Arrays.stream(MetricKey.values())
                        .filter(key -> !key.subject().standing())
                        .filter(key ->
                                REPORT.read(question(key, quiet)).now().value().isPresent()))
                .allMatch(key -> List.of(Aggregate.COUNT, Aggregate.PEOPLE, Aggregate.PER_DAY)
                        .contains(key.aggregate()));
    }

    @ParameterizedTest
    @EnumSource(MetricKey.class)
    void nobody_measures_what_they_may_not_see(MetricKey key) {
        Selection stranger = FIXTURE.selection("ada", "globex", new Range.Last(365));

        assertThat(REPORT.read(MetricQuestion.of(key, stranger)).now().n()).isZero();
        assertThat(ROWS.after(key, stranger, Paging.page(1, 10)).rows()).isEmpty();
        assertThat(ROWS.after(key, FIXTURE.selection("bob", "acme", new Range.Last(365)), Paging.page(1, 100))
                        .rows())
                .allMatch(row -> row.repo().equals("acme/checkout-api"));
    }

    private static void isOracle(MetricAnswer.Figure figure, MetricOracle oracle) {
        assertThat(figure.n()).isEqualTo(oracle.n());
        assertThat(figure.value().isPresent()).isEqualTo(oracle.value().isPresent());
        figure.value()
                .ifPresent(value -> assertThat(value)
                        .isCloseTo(oracle.value().orElseThrow(), within(Math.abs(value) > 1000 ? 1.0 : 1e-6)));
    }

    private static List<MetricAnswer.Piece> byDay(MetricKey key, Range range) {
        return REPORT.read(new MetricQuestion(
                        key,
                        FIXTURE.selection("ada", "acme", range),
                        Optional.of(Grouping.DAY),
                        false,
                        Optional.empty()))
                .series();
    }

    private static List<MetricRow> rows(MetricKey key, int limit) {
        return ROWS.after(
                        key,
                        FIXTURE.selection("ada", "acme", new Range.Last(30)),
                        Paging.after(Optional.empty(), limit))
                .rows();
    }

    private static MetricQuestion question(MetricKey key, Range range) {
        return MetricQuestion.of(key, FIXTURE.selection("ada", "acme", range));
    }

    private static Range days(String first, String last) {
        return new Range.Days(Optional.of(LocalDate.parse(first)), Optional.of(LocalDate.parse(last)));
    }
}

package dev.pulsehub.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.core.report.Headline.Key;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListsIT {

    private static final ReportFixture FIXTURE = new ReportFixture();
    private static final Range MONTH = new Range.Last(30);

    private final PullRequestReport pulls = new PullRequestReport(FIXTURE.transactions(), FIXTURE.clock());
    private final IssueReport issues = new IssueReport(FIXTURE.transactions(), FIXTURE.clock());
    private final RunReport runs = new RunReport(FIXTURE.transactions(), FIXTURE.clock());
    private final Overview overview =
            new OverviewReport(FIXTURE.transactions(), FIXTURE.clock()).read(selection(MONTH));

    @Test
    void the_list_behind_each_number_has_as_many_rows_as_the_number_says() {
        Optional<PullState> merged = Optional.of(PullState.MERGED);

        assertThat(total(pulls(MONTH, merged, Optional.of(PullMetric.CYCLE_TO_MERGE))))
                .isEqualTo(overview.headline(Key.CYCLE_TO_MERGE).n());
        assertThat(total(pulls(MONTH, merged, Optional.of(PullMetric.PICKUP))))
                .isEqualTo(overview.headline(Key.PICKUP_TIME).n());
        assertThat(total(pulls(MONTH, merged, Optional.empty())))
                .isEqualTo(overview.headline(Key.PULLS_MERGED).n());
        assertThat(total(pulls(new Range.Everything(), Optional.of(PullState.OPEN), Optional.empty())))
                .isEqualTo(overview.headline(Key.OPEN_PULL_AGE).n());
        assertThat(total(issues.page(
                        new IssueFilter(selection(MONTH), Optional.of(IssueFilter.State.CLOSED), Optional.empty()),
                        first())))
                .isEqualTo(overview.headline(Key.ISSUE_LEAD_TIME).n());
        assertThat(total(runs.page(new RunFilter(selection(MONTH), Optional.empty(), true, Optional.empty()), first())))
                .isEqualTo(overview.headline(Key.RUN_SUCCESS_RATE).n());
    }

    @Test
    void parts_of_a_list_join_to_the_whole_without_a_row_twice() {
        PullFilter filter = PullFilter.of(selection(new Range.Last(90)), Optional.empty());
        List<Long> ids = new ArrayList<>();
        Optional<Paging.After> after = Optional.empty();
        List<PullRequestRow> part;
        do {
            part = pulls.after(filter, Paging.after(after, 37)).rows();
            part.forEach(row -> ids.add(row.id()));
            after = part.isEmpty()
                    ? after
                    : Optional.of(new Paging.After(
                            part.getLast().moments().createdAt(), part.getLast().id()));
        } while (!part.isEmpty());

        assertThat(ids).doesNotHaveDuplicates();
        assertThat((long) ids.size()).isEqualTo(total(pulls.page(filter, PullSort.NEWEST, first())));
    }

    @Test
    void a_metric_bounds_and_sorts_a_list() {
        PullFilter filter = new PullFilter(
                selection(new Range.Everything()),
                Optional.of(PullState.MERGED),
                Optional.empty(),
                Optional.of("ADA"),
                Optional.empty(),
                Optional.of(PullMetric.PICKUP),
                Optional.of(Duration.ofHours(1)),
                Optional.of(Duration.ofHours(3)));

        List<PullRequestRow> rows = pulls.page(
                        filter, new PullSort(Optional.of(PullSort.Key.PICKUP), true), Paging.page(1, 100))
                .rows();

        assertThat(rows).isNotEmpty().allMatch(row -> row.author().equals(Optional.of("ada")));
        assertThat(rows)
                .extracting(row -> row.seconds(PullMetric.PICKUP).orElseThrow())
                .allMatch(seconds -> seconds >= 3600 && seconds <= 10800)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void a_wildcard_in_a_search_is_a_letter() {
        PullFilter all = PullFilter.of(selection(new Range.Everything()), Optional.empty());
        PullFilter filter = new PullFilter(
                all.selection(),
                all.state(),
                all.stage(),
                all.author(),
                Optional.of("%"),
                all.metric(),
                all.least(),
                all.most());

        assertThat(total(pulls.page(filter, PullSort.NEWEST, first()))).isZero();
    }

    @Test
    void one_pull_request_tells_its_story_in_order() {
        PullRequestRow merged = pulls(MONTH, Optional.of(PullState.MERGED), Optional.of(PullMetric.PICKUP))
                .rows()
                .getFirst();

        PullRequestDetail detail = pulls.find(
                        new Selection(
                                FIXTURE.person("ada"),
                                FIXTURE.organization("acme"),
                                List.of(merged.repo()),
                                MONTH,
                                true),
                        merged.number())
                .orElseThrow();

        assertThat(detail.events()).extracting(PullRequestDetail.Event::at).isSorted();
        assertThat(detail.events())
                .extracting(PullRequestDetail.Event::kind)
                .startsWith("opened")
                .contains("reviewed")
                .endsWith("merged");
    }

    @Test
    void nobody_reads_what_another_organization_or_a_closed_repository_holds() {
        Selection bob = FIXTURE.selection("bob", "acme", new Range.Everything());
        Selection stranger = FIXTURE.selection("ada", "globex", new Range.Everything());

        assertThat(pulls.page(PullFilter.of(bob, Optional.empty()), PullSort.NEWEST, Paging.page(1, 100))
                        .rows())
                .isNotEmpty()
                .allMatch(row -> row.repo().equals("acme/checkout-api"));
        assertThat(total(pulls.page(PullFilter.of(stranger, Optional.empty()), PullSort.NEWEST, first())))
                .isZero();
        assertThat(total(issues.page(new IssueFilter(stranger, Optional.empty(), Optional.empty()), first())))
                .isZero();
        assertThat(total(runs.page(new RunFilter(stranger, Optional.empty(), false, Optional.empty()), first())))
                .isZero();
        assertThat(new SyncReport(FIXTURE.transactions(), FIXTURE.clock())
                        .read(stranger)
                        .parts())
                .isEmpty();
    }

    @Test
    void the_sync_report_says_what_failed_and_what_to_do() {
        List<SyncState> states = new SyncReport(FIXTURE.transactions(), FIXTURE.clock())
                .read(selection(new Range.Everything()))
                .parts();

        assertThat(states)
                .hasSize(24)
                .filteredOn(state -> state.phase() == SyncState.Phase.FAILING)
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.repo()).isEqualTo("acme/data-pipeline");
                    assertThat(state.failure().orElseThrow().remedy()).isEqualTo(SyncState.Remedy.GRANT_TOKEN);
                });
        assertThat(states)
                .filteredOn(state -> state.phase() == SyncState.Phase.LOADING)
                .isNotEmpty();
    }

    @Test
    void work_that_failed_as_a_whole_is_told_to_those_who_may_see_it() {
        FIXTURE.execute("""
                insert into pulse.sync_job (organization_id, kind, repo_id, due_at, failure)
                select o.id, 'repo', 2001, now(), 'secret of globex' from pulse.organization o where o.slug = 'globex'
                union all
                select o.id, 'account', 0, 'infinity', 'Cannot read account acme: 401' from pulse.organization o where o.slug = 'acme'
                """);

        assertThat(new SyncReport(FIXTURE.transactions(), FIXTURE.clock())
                        .read(selection(new Range.Everything()))
                        .jobs())
                .singleElement()
                .isEqualTo(new SyncOverview.FailedJob(
                        Optional.empty(),
                        "Cannot read account acme: 401",
                        SyncState.Remedy.RENEW_TOKEN,
                        Optional.empty()));
    }

    @Test
    void repositories_come_with_their_numbers() {
        RepoOverview repos = new RepoReport(FIXTURE.transactions(), FIXTURE.clock()).overview(selection(MONTH));

        assertThat(repos.repos())
                .hasSize(6)
                .allSatisfy(repo -> assertThat(repos.numbers()).containsKey(repo.repo()));
    }

    private Listing<PullRequestRow> pulls(Range range, Optional<PullState> state, Optional<PullMetric> metric) {
        Optional<Duration> any = Optional.empty();
        PullFilter filter = new PullFilter(
                selection(range), state, Optional.empty(), Optional.empty(), Optional.empty(), metric, any, any);
        return pulls.page(filter, PullSort.NEWEST, first());
    }

    private static Selection selection(Range range) {
        return FIXTURE.selection("ada", "acme", range);
    }

    private static Paging first() {
        return Paging.page(1, 20);
    }

    private static long total(Listing<?> listing) {
        return listing.total().orElseThrow();
    }
}

package dev.pulsehub.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.core.metrics.PullRequestHistory.Answer;
import dev.pulsehub.core.metrics.PullRequestHistory.DraftChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for every history, also for those nobody thought of. */
class PullRequestTimelinePropertyTest {

    private static final Instant CREATED = Instant.parse("2026-03-02T09:00:00Z");

    @Property(tries = 2000, seed = "20260302")
    void ready_to_merge_is_the_sum_of_its_stages(@ForAll("histories") PullRequestHistory history) {
        PullRequestTimeline timeline = PullRequestTimeline.of(history);

        assertThat(timeline.timeToMerge().isPresent()).isEqualTo(wasReadyBeforeItsMerge(history, timeline));
        timeline.timeToMerge().ifPresent(whole -> {
            Duration answered = timeline.firstResponseAt().isPresent()
                    ? timeline.pickupTime()
                            .orElseThrow()
                            .plus(timeline.reviewTime().orElseThrow())
                    : timeline.unreviewedTime().orElseThrow();
            assertThat(timeline.redraftTime().orElseThrow().plus(answered)).isEqualTo(whole);
        });
    }

    private static boolean wasReadyBeforeItsMerge(PullRequestHistory history, PullRequestTimeline timeline) {
        return timeline.readyAt()
                .flatMap(ready -> history.mergedAt().map(merged -> !merged.isBefore(ready)))
                .orElse(false);
    }

    @Property(tries = 2000, seed = "20260303")
    void no_duration_is_negative(@ForAll("histories") PullRequestHistory history) {
        PullRequestTimeline timeline = PullRequestTimeline.of(history);

        assertThat(Stream.of(
                                timeline.codingTime(),
                                timeline.pickupTime(),
                                timeline.reviewTime(),
                                timeline.unreviewedTime(),
                                timeline.redraftTime(),
                                timeline.timeToMerge(),
                                timeline.openToMerge(),
                                timeline.cycleToMerge())
                        .flatMap(Optional::stream))
                .allMatch(duration -> !duration.isNegative());
    }

    @Property(tries = 1000, seed = "20260304")
    void answers_of_bots_and_of_the_author_and_those_after_the_end_change_nothing(
            @ForAll("histories") PullRequestHistory history) {
        List<Answer> counting = history.answers().stream()
                .filter(Answer::fromAnotherHuman)
                .filter(answer ->
                        history.endedAt().map(end -> !answer.at().isAfter(end)).orElse(true))
                .toList();

        assertThat(PullRequestTimeline.of(history)).isEqualTo(PullRequestTimeline.of(with(history, counting)));
    }

    private static PullRequestHistory with(PullRequestHistory history, List<Answer> answers) {
        return new PullRequestHistory(
                history.createdAt(),
                history.draft(),
                history.mergedAt(),
                history.endedAt(),
                answers,
                history.draftChanges(),
                history.authoredAt());
    }

    @Provide
    Arbitrary<PullRequestHistory> histories() {
        Arbitrary<Instant> moments =
                Arbitraries.longs().between(-200, 800).map(hours -> CREATED.plus(Duration.ofHours(hours)));
        Arbitrary<Instant> later = moments.filter(moment -> moment.isAfter(CREATED));
        Arbitrary<List<Answer>> answers = Combinators.combine(
                        Arbitraries.of(Answer.Kind.class), Arbitraries.of(true, false), later)
                .as(Answer::new)
                .list()
                .ofMaxSize(6);
        Arbitrary<List<DraftChange>> drafts = Combinators.combine(Arbitraries.of(true, false), later)
                .as(DraftChange::new)
                .list()
                .ofMaxSize(5);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        later.optional(),
                        later.optional(),
                        answers,
                        drafts,
                        moments.list().ofMaxSize(4))
                .as((draft, merged, closed, said, changes, commits) -> new PullRequestHistory(
                        CREATED, draft, merged, merged.or(() -> closed), said, changes, commits));
    }
}

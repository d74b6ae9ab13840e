package dev.pulsehub.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.core.metrics.PullRequestHistory.Answer;
import dev.pulsehub.core.metrics.PullRequestHistory.DraftChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PullRequestTimelineTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/metrics/pull-request-timeline.csv", delimiter = ';', numLinesToSkip = 1)
    void says_what_the_truth_table_says(
            String name,
            String events,
            String ready,
            String firstCommit,
            String firstResponse,
            String firstReview,
            String firstApproval,
            String coding,
            String pickup,
            String review,
            String unreviewed,
            String redraft,
            String timeToMerge,
            String openToMerge,
            String cycleToMerge) {
        PullRequestTimeline timeline = PullRequestTimeline.of(history(events));

        assertThat(List.of(
                        moment(timeline.readyAt()),
                        moment(timeline.firstCommitAt()),
                        moment(timeline.firstResponseAt()),
                        moment(timeline.firstReviewAt()),
                        moment(timeline.firstApprovalAt()),
                        span(timeline.codingTime()),
                        span(timeline.pickupTime()),
                        span(timeline.reviewTime()),
                        span(timeline.unreviewedTime()),
                        span(timeline.redraftTime()),
                        span(timeline.timeToMerge()),
                        span(timeline.openToMerge()),
                        span(timeline.cycleToMerge())))
                .containsExactly(
                        text(ready),
                        text(firstCommit),
                        text(firstResponse),
                        text(firstReview),
                        text(firstApproval),
                        text(coding),
                        text(pickup),
                        text(review),
                        text(unreviewed),
                        text(redraft),
                        text(timeToMerge),
                        text(openToMerge),
                        text(cycleToMerge));
        assertThatStagesAddUp(timeline);
    }

    /** merged - ready = redraft + (pickup + review, or unreviewed). */
    private static void assertThatStagesAddUp(PullRequestTimeline timeline) {
        timeline.timeToMerge().ifPresent(whole -> {
            Duration answered = timeline.pickupTime()
                    .flatMap(pickup -> timeline.reviewTime().map(pickup::plus))
                    .or(timeline::unreviewedTime)
                    .orElseThrow();
            assertThat(answered.plus(timeline.redraftTime().orElseThrow())).isEqualTo(whole);
        });
    }

    private static PullRequestHistory history(String events) {
        List<Answer> answers = new ArrayList<>();
        List<DraftChange> drafts = new ArrayList<>();
        List<Instant> commits = new ArrayList<>();
        Optional<Instant> mergedAt = Optional.empty();
        Optional<Instant> closedAt = Optional.empty();
        boolean draft = false;
        for (String event : events.split(" ", -1)) {
            String what = event.substring(0, event.indexOf('@'));
            Instant at = at(event.substring(event.indexOf('@') + 1));
            String[] parts = what.split(":", -1);
            switch (parts[0]) {
                case "commit" -> commits.add(at);
                case "forcepush" -> commits.add(at(parts[1]));
                case "review", "approve", "comment", "dismissed" -> answers.add(answer(parts[0], parts[1], at));
                case "draft" -> draft = true;
                case "ready" -> {
                    drafts.add(new DraftChange(false, at));
                    draft = false;
                }
                case "todraft" -> {
                    drafts.add(new DraftChange(true, at));
                    draft = true;
                }
                case "merged" -> mergedAt = Optional.of(at);
                case "closed" -> closedAt = Optional.of(at);
                case "created", "basemerge" ->
                    assertThat(what).isNotBlank(); // a merge from the base is never handed over
                default -> throw new IllegalArgumentException(event);
            }
        }
        Optional<Instant> closed = closedAt;
        Optional<Instant> ended = mergedAt.or(() -> closed);
        return new PullRequestHistory(MONDAY, draft, mergedAt, ended, answers, drafts, commits);
    }

    private static Answer answer(String kind, String by, Instant at) {
        Answer.Kind what = switch (kind) {
            case "approve" -> Answer.Kind.APPROVAL;
            case "comment" -> Answer.Kind.COMMENT;
            default -> Answer.Kind.REVIEW;
        };
        return new Answer(what, !by.equals("bot") && !by.equals("author"), at);
    }

    private static Instant at(String hours) {
        return MONDAY.plus(Duration.ofHours(Long.parseLong(hours.replace("h", ""))));
    }

    private static String moment(Optional<Instant> moment) {
        return moment.map(at -> Duration.between(MONDAY, at).toHours() + "h").orElse("");
    }

    private static String span(Optional<Duration> span) {
        return span.map(time -> String.format(Locale.ROOT, "%dh", time.toHours()))
                .orElse("");
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}

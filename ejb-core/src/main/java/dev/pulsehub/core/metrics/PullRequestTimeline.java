package dev.pulsehub.core.metrics;

import dev.pulsehub.core.metrics.PullRequestHistory.Answer;
import dev.pulsehub.core.metrics.PullRequestHistory.DraftChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The moments and durations of one pull request.
 *
 * <p>An empty moment has not happened, so what ends with it is empty too. No duration is negative. For every merged
 * pull request that was ever ready: {@code timeToMerge = redraft + (pickup + review, or unreviewed)}.
 *
 * @param readyAt creation, or the first time it was made ready if born a draft
 * @param firstCommitAt author date of the oldest commit that is no merge from the base
 * @param firstResponseAt first review or comment of another human, not later than merge or close
 * @param firstReviewAt first review of another human, not later than merge or close
 * @param firstApprovalAt first approval of another human that was not dismissed, not later than merge or close
 * @param codingTime first commit to ready; zero when the branch was rewritten after it was ready
 * @param pickupTime ready to the first response, without time turned back to draft; zero when answered as a draft
 * @param reviewTime first response, or ready if later, to merge, without time turned back to draft
 * @param unreviewedTime ready to merge of what nobody else answered, without time turned back to draft
 * @param redraftTime time turned back to draft between ready and merge
 * @param cycleToMerge coding + pickup + review, or coding + unreviewed; empty when one of them is
 * @param rewritten the first commit is younger than {@code readyAt}
 */
public record PullRequestTimeline(
        Optional<Instant> readyAt,
        Optional<Instant> firstCommitAt,
        Optional<Instant> firstResponseAt,
        Optional<Instant> firstReviewAt,
        Optional<Instant> firstApprovalAt,
        Optional<Duration> codingTime,
        Optional<Duration> pickupTime,
        Optional<Duration> reviewTime,
        Optional<Duration> unreviewedTime,
        Optional<Duration> redraftTime,
        Optional<Duration> timeToMerge,
        Optional<Duration> openToMerge,
        Optional<Duration> cycleToMerge,
        boolean rewritten) {

    /** Measures a history. */
    public static PullRequestTimeline of(PullRequestHistory history) {
        List<DraftChange> changes = history.draftChanges().stream()
                .sorted(Comparator.comparing(DraftChange::at))
                .toList();
        Optional<Instant> readyAt = readyAt(history, changes);
        Optional<Instant> firstCommitAt = history.authoredAt().stream().min(Comparator.naturalOrder());
        Optional<Instant> firstResponseAt = first(history, answer -> true);
        Drafts drafts = Drafts.after(readyAt, changes);

        Optional<Instant> mergedAt = history.mergedAt();
        Optional<Instant> pickedUpAt =
                readyAt.flatMap(ready -> firstResponseAt.map(response -> later(ready, response)));
        Optional<Duration> coding = readyAt.flatMap(ready -> firstCommitAt.map(commit -> notNegative(commit, ready)));
        Optional<Duration> pickup = drafts.without(readyAt, pickedUpAt);
        Optional<Duration> review = drafts.without(pickedUpAt, mergedAt);
        Optional<Duration> unreviewed =
                firstResponseAt.isPresent() ? Optional.empty() : drafts.without(readyAt, mergedAt);
        return new PullRequestTimeline(
                readyAt,
                firstCommitAt,
                firstResponseAt,
                first(history, answer -> answer.kind() != Answer.Kind.COMMENT),
                first(history, answer -> answer.kind() == Answer.Kind.APPROVAL),
                coding,
                pickup,
                review,
                unreviewed,
                drafts.within(readyAt, mergedAt),
                elapsed(readyAt, mergedAt),
                elapsed(Optional.of(history.createdAt()), mergedAt),
                sum(coding, sum(pickup, review).or(() -> unreviewed)),
                readyAt.flatMap(ready -> firstCommitAt.map(ready::isBefore)).orElse(false));
    }

    /** Born a draft if the first change made it ready, or if it never changed and is one. */
    private static Optional<Instant> readyAt(PullRequestHistory history, List<DraftChange> changes) {
        boolean bornDraft =
                changes.isEmpty() ? history.draft() : !changes.getFirst().toDraft();
        if (!bornDraft) {
            return Optional.of(history.createdAt());
        }
        return changes.stream()
                .filter(change -> !change.toDraft())
                .map(DraftChange::at)
                .findFirst();
    }

    private static Optional<Instant> first(PullRequestHistory history, Predicate<Answer> kind) {
        return history.answers().stream()
                .filter(Answer::fromAnotherHuman)
                .filter(kind)
                .map(Answer::at)
                .filter(at -> history.endedAt().map(end -> !at.isAfter(end)).orElse(true))
                .min(Comparator.naturalOrder());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration notNegative(Instant from, Instant to) {
        return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
    }

    private static Optional<Duration> elapsed(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(start -> to.map(end -> Duration.between(start, end)))
                .filter(duration -> !duration.isNegative());
    }

    private static Optional<Duration> sum(Optional<Duration> one, Optional<Duration> other) {
        return one.flatMap(first -> other.map(first::plus));
    }

    /** Times the pull request was turned back to draft after it had been ready. */
    private record Drafts(List<Interval> intervals) {

        private record Interval(Instant from, Instant to) {}

        static Drafts after(Optional<Instant> readyAt, List<DraftChange> changes) {
            List<Interval> intervals = new ArrayList<>();
            Optional<Instant> since = Optional.empty();
            for (DraftChange change : changes) {
                boolean counts =
                        readyAt.map(ready -> !change.at().isBefore(ready)).orElse(false);
                if (counts && change.toDraft() && since.isEmpty()) {
                    since = Optional.of(change.at());
                } else if (counts && !change.toDraft() && since.isPresent()) {
                    intervals.add(new Interval(since.get(), change.at()));
                    since = Optional.empty();
                }
            }
            since.ifPresent(from -> intervals.add(new Interval(from, Instant.MAX)));
            return new Drafts(intervals);
        }

        Optional<Duration> within(Optional<Instant> from, Optional<Instant> to) {
            return elapsed(from, to)
                    .map(whole -> intervals.stream()
                            .map(interval -> overlap(interval, from.orElseThrow(), to.orElseThrow()))
                            .reduce(Duration.ZERO, Duration::plus));
        }

        Optional<Duration> without(Optional<Instant> from, Optional<Instant> to) {
            return elapsed(from, to).flatMap(whole -> within(from, to).map(whole::minus));
        }

        private static Duration overlap(Interval interval, Instant from, Instant to) {
            Instant start = later(interval.from(), from);
            Instant end = interval.to().isBefore(to) ? interval.to() : to;
            return notNegative(start, end);
        }
    }
}

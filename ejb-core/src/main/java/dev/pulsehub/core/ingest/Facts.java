package dev.pulsehub.core.ingest;

import dev.pulsehub.core.metrics.PullRequestHistory;
import dev.pulsehub.core.metrics.PullRequestHistory.Answer;
import dev.pulsehub.core.metrics.PullRequestHistory.DraftChange;
import dev.pulsehub.core.metrics.PullRequestTimeline;
import dev.pulsehub.persistence.pullrequest.PullRequestFact;
import dev.pulsehub.persistence.pullrequest.StoredHistory;
import dev.pulsehub.persistence.repo.TrackedRepo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures stored histories of pull requests. */
final class Facts {

    private Facts() {}

    static PullRequestFact measured(TrackedRepo repo, StoredHistory stored) {
        PullRequestTimeline timeline = PullRequestTimeline.of(history(stored));
        List<StoredHistory.Answer> others = stored.answers().stream()
                .filter(StoredHistory.Answer::fromAnotherHuman)
                .toList();
        int reviews = (int) others.stream().filter(Facts::isReview).count();
        int comments = others.stream()
                .mapToInt(answer -> isReview(answer) ? answer.lineComments() : 1)
                .sum();
        return new PullRequestFact(
                repo.organizationId(),
                stored.pullRequestId(),
                repo.githubId(),
                timeline.readyAt().orElse(null),
                timeline.firstCommitAt().orElse(null),
                timeline.firstResponseAt().orElse(null),
                timeline.firstReviewAt().orElse(null),
                timeline.firstApprovalAt().orElse(null),
                seconds(timeline.codingTime()),
                seconds(timeline.pickupTime()),
                seconds(timeline.reviewTime()),
                seconds(timeline.unreviewedTime()),
                seconds(timeline.redraftTime()),
                seconds(timeline.cycleToMerge()),
                seconds(timeline.timeToMerge()),
                seconds(timeline.openToMerge()),
                reviews,
                comments,
                timeline.rewritten());
    }

    private static PullRequestHistory history(StoredHistory stored) {
        List<DraftChange> draftChanges = stored.events().stream()
                .filter(event ->
                        event.kind().equals("ready_for_review") || event.kind().equals("convert_to_draft"))
                .map(event -> new DraftChange(event.kind().equals("convert_to_draft"), event.at()))
                .toList();
        return new PullRequestHistory(
                stored.createdAt(),
                stored.draft(),
                stored.mergedAt(),
                stored.mergedAt().or(stored::closedAt),
                stored.answers().stream().map(Facts::answer).toList(),
                draftChanges,
                Stream.concat(
                                stored.authoredAt().stream(),
                                stored.events().stream()
                                        .map(StoredHistory.Event::beforeCommitAt)
                                        .flatMap(Optional::stream))
                        .toList());
    }

    private static Answer answer(StoredHistory.Answer stored) {
        Answer.Kind kind = switch (stored.state()) {
            case "APPROVED" -> Answer.Kind.APPROVAL;
            case "COMMENT" -> Answer.Kind.COMMENT;
            default -> Answer.Kind.REVIEW;
        };
        return new Answer(kind, stored.fromAnotherHuman(), stored.at());
    }

    private static boolean isReview(StoredHistory.Answer answer) {
        return !answer.state().equals("COMMENT");
    }

    private static @Nullable Long seconds(Optional<Duration> duration) {
        return duration.map(Duration::toSeconds).orElse(null);
    }
}

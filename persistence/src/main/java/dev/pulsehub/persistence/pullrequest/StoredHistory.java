package dev.pulsehub.persistence.pullrequest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored events of one pull request, from which its facts are measured.
 *
 * @param authoredAt author dates of its commits with at most one parent
 */
public record StoredHistory(
        long pullRequestId,
        Instant createdAt,
        boolean draft,
        Optional<Instant> mergedAt,
        Optional<Instant> closedAt,
        List<Answer> answers,
        List<Event> events,
        List<Instant> authoredAt) {

    public StoredHistory {
        answers = List.copyOf(answers);
        events = List.copyOf(events);
        authoredAt = List.copyOf(authoredAt);
    }

    /**
     * A review or a comment.
     *
     * @param state a review's state; {@code COMMENT} for a comment
     * @param lineComments a review's comments on lines
     */
    public record Answer(String state, boolean fromAnotherHuman, Instant at, int lineComments) {}

    /** A timeline event; {@code beforeCommitAt} is a force push's only. */
    public record Event(String kind, Instant at, Optional<Instant> beforeCommitAt) {}
}

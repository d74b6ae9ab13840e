package dev.pulsehub.core.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to one pull request, as far as the flow metrics ask.
 *
 * @param draft whether it is a draft now
 * @param endedAt merge or close, whichever ended it; empty while it is open
 * @param answers reviews and comments, in any order
 * @param draftChanges in any order
 * @param authoredAt author dates of its commits without merges from the base, and of commits a force push replaced
 */
public record PullRequestHistory(
        Instant createdAt,
        boolean draft,
        Optional<Instant> mergedAt,
        Optional<Instant> endedAt,
        List<Answer> answers,
        List<DraftChange> draftChanges,
        List<Instant> authoredAt) {

    public PullRequestHistory {
        answers = List.copyOf(answers);
        draftChanges = List.copyOf(draftChanges);
        authoredAt = List.copyOf(authoredAt);
    }

    /**
     * A review or a comment.
     *
     * @param fromAnotherHuman neither a bot's nor the author's own; an account that is gone counts as another human
     */
    public record Answer(Kind kind, boolean fromAnotherHuman, Instant at) {

        /** What kind of answer; a dismissed approval is a plain review. */
        public enum Kind {
            APPROVAL,
            REVIEW,
            COMMENT
        }
    }

    /** Turned into a draft, or made ready. */
    public record DraftChange(boolean toDraft, Instant at) {}
}

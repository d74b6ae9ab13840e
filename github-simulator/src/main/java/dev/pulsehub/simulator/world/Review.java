package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * A submitted review.
 *
 * @param author empty when the account is gone
 * @param state {@code APPROVED}, {@code CHANGES_REQUESTED}, {@code COMMENTED} or {@code DISMISSED}
 * @param implied supplied by the dataset loader because only its comments were there
 */
public record Review(
        long id,
        Optional<Account> author,
        String state,
        String body,
        Instant submittedAt,
        String commitSha,
        boolean implied) {

    @Override
    public Optional<Account> author() {
        return Account.ifThere(author);
    }

    Review dismissed() {
        return new Review(id, author, "DISMISSED", body, submittedAt, commitSha, implied);
    }

    Review edited(String newBody) {
        return new Review(id, author, state, newBody, submittedAt, commitSha, implied);
    }
}

package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * A comment on a line of a pull request.
 *
 * @param reviewId the review it belongs to
 * @param author empty when the account is gone
 * @param updatedAt of its last edit; creation when there was none
 */
public record ReviewComment(
        long id,
        long reviewId,
        Optional<Account> author,
        String body,
        String path,
        Instant createdAt,
        Instant updatedAt) {

    /** A comment nobody has edited. */
    public ReviewComment(
            long id, long reviewId, Optional<Account> author, String body, String path, Instant createdAt) {
        this(id, reviewId, author, body, path, createdAt, createdAt);
    }

    @Override
    public Optional<Account> author() {
        return Account.ifThere(author);
    }

    /** The line it is about, counted from 1; GitHub tells it, nothing here depends on it. */
    public int line() {
        return 1 + (int) (id % 60);
    }

    ReviewComment edited(String newBody, Instant at) {
        return new ReviewComment(id, reviewId, author, newBody, path, createdAt, at);
    }
}

package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * A comment on a line of a pull request.
 *
 * @param reviewId the review it belongs to
 * @param author empty when the account is gone
 */
public record ReviewComment(
        long id, long reviewId, Optional<Account> author, String body, String path, Instant createdAt) {}

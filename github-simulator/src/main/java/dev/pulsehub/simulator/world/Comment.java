package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * A comment on an issue or a pull request.
 *
 * @param author empty when the account is gone
 */
public record Comment(long id, Optional<Account> author, String body, Instant createdAt) {}

package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * A comment on an issue or a pull request.
 *
 * @param author empty when the account is gone
 * @param updatedAt of its last edit; creation when there was none
 */
public record Comment(long id, Optional<Account> author, String body, Instant createdAt, Instant updatedAt) {

    /** A comment nobody has edited. */
    public Comment(long id, Optional<Account> author, String body, Instant createdAt) {
        this(id, author, body, createdAt, createdAt);
    }

    @Override
    public Optional<Account> author() {
        return Account.ifThere(author);
    }

    Comment edited(String newBody, Instant at) {
        return new Comment(id, author, newBody, createdAt, at);
    }
}

package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * A release of one repository.
 *
 * @param tag the tag it is made from
 * @param target branch or commit the tag was made at
 * @param author empty when the account is gone
 * @param publishedAt empty while it is a draft
 */
public record Release(
        long id,
        String tag,
        String target,
        String name,
        String body,
        boolean prerelease,
        Optional<Account> author,
        Instant createdAt,
        Optional<Instant> publishedAt) {

    @Override
    public Optional<Account> author() {
        return Account.ifThere(author);
    }

    public boolean draft() {
        return publishedAt.isEmpty();
    }

    Release published(Instant at) {
        return new Release(id, tag, target, name, body, prerelease, author, createdAt, Optional.of(at));
    }
}

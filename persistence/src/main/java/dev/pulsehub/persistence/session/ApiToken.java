package dev.pulsehub.persistence.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A program's key to what a person may see, without the key itself.
 *
 * @param prefix its first letters
 * @param scopes {@code read}, {@code write}
 * @param usedAt exact to a minute; empty when never used
 */
public record ApiToken(
        long id,
        String name,
        String prefix,
        List<String> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> usedAt) {
    public ApiToken {
        scopes = List.copyOf(scopes);
    }
}

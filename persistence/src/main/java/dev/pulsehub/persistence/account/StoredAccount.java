package dev.pulsehub.persistence.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A GitHub login.
 *
 * @param seenAt moment of the object that names it; an older one never overwrites a newer
 */
public record StoredAccount(
        long organizationId,
        long githubId,
        String login,
        @Nullable String name,
        String type,
        boolean isBot,
        @Nullable String avatarUrl,
        Instant seenAt) {}

package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An issue. */
public final class Issue extends Item {

    private @Nullable String stateReason;

    Issue(Repo repo, long id, int number, String title, Optional<Account> author, Instant createdAt) {
        super(repo, id, number, title, author, createdAt);
    }

    /** {@code completed}, {@code not_planned} or {@code reopened}. */
    public Optional<String> stateReason() {
        return Optional.ofNullable(stateReason);
    }

    void reason(@Nullable String reason) {
        stateReason = reason;
    }
}

package dev.pulsehub.core.github;

import java.time.Instant;

/** GitHub cannot answer just now, or asked us to wait; the same question may be asked again later. */
public final class GitHubUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant retryAt;

    public GitHubUnavailable(String message, Instant retryAt) {
        super(message);
        this.retryAt = retryAt;
    }

    /** Before this moment nothing is asked. */
    public Instant retryAt() {
        return retryAt;
    }
}

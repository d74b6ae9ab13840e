package dev.pulsehub.core.github;

/** GitHub will not answer until a person acts; the message says what was asked, what came back and what to do. */
public final class GitHubRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public GitHubRefused(int status, String message) {
        super(message);
        this.status = status;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }
}

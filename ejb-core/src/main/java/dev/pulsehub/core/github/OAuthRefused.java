package dev.pulsehub.core.github;

/** GitHub gives no token for a code. */
public final class OAuthRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;

    /** @param error GitHub's word, such as {@code bad_verification_code} */
    public OAuthRefused(String error) {
        super("GitHub gave no token: " + error);
        this.error = error;
    }

    public String error() {
        return error;
    }
}

package dev.pulsehub.core.github;

/** What GitHub sent cannot be understood; the message names the field. */
public final class PayloadRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PayloadRejected(String message) {
        super(message);
    }
}

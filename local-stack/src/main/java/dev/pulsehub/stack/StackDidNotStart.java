package dev.pulsehub.stack;

/** The stack cannot be started; the message is for a person and says what to do. */
public final class StackDidNotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackDidNotStart(String message) {
        super(message);
    }

    public StackDidNotStart(String message, Throwable cause) {
        super(message, cause);
    }
}

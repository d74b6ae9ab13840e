package dev.pulsehub.stack;

/** Superset cannot be had; everything else can. The message is for a person and says what to do. */
final class SupersetDidNotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SupersetDidNotStart(String message) {
        super(message);
    }
}

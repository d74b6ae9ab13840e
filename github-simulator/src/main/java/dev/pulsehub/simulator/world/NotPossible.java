package dev.pulsehub.simulator.world;

/** GitHub would refuse this change; the message says why. */
public final class NotPossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotPossible(String message) {
        super(message);
    }
}

package dev.pulsehub.simulator.command;

/** What a command's path names is not there. */
public final class NoSuchThing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchThing(String message) {
        super(message);
    }
}

package dev.pulsehub.core.config;

/** When a variable must be set. */
public enum Need {
    ALWAYS("yes"),
    UNLESS_SINGLE_USER("yes, except in single-user mode"),
    IN_SINGLE_USER("in single-user mode"),
    /** The process starts without it and has less to offer; {@code validate-env.sh} asks for it. */
    DEPLOYED("when deployed"),
    NEVER("no");

    private final String words;

    Need(String words) {
        this.words = words;
    }

    /** Whether the start stops without it. */
    boolean stopsTheStart(boolean singleUser) {
        return switch (this) {
            case ALWAYS -> true;
            case UNLESS_SINGLE_USER -> !singleUser;
            case IN_SINGLE_USER -> singleUser;
            case DEPLOYED, NEVER -> false;
        };
    }

    public String words() {
        return words;
    }
}

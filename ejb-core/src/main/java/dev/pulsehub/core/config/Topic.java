package dev.pulsehub.core.config;

/** What a variable is about; the order in which people are told. */
public enum Topic {
    PROCESS("The process and its log"),
    SIGN_IN("Addresses, sessions and sign-in"),
    DATABASE("Database"),
    GITHUB("GitHub"),
    SERVICES("Between the services"),
    SUPERSET("Superset"),
    NOTIFICATION("Notifications");

    private final String title;

    Topic(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

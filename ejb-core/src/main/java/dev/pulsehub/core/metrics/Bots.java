package dev.pulsehub.core.metrics;

/** Which accounts are machines. */
public final class Bots {

    private Bots() {}

    /** By type or by GitHub's own suffix; a human may well be called abbot. */
    public static boolean isBot(String type, String login) {
        return type.equals("Bot") || login.endsWith("[bot]");
    }
}

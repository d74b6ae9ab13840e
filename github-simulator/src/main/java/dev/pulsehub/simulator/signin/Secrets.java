package dev.pulsehub.simulator.signin;

import java.security.SecureRandom;

/** Draws what nobody can guess. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String READABLE = "BCDFGHJKLMNPQRSTVWXZ"; // no vowels, so that no words come of it

    private Secrets() {}

    /** Letters and digits, as GitHub's tokens are made of. */
    static String text(int length) {
        return draw(LETTERS, length);
    }

    /** What a person can type. */
    static String readable(int length) {
        return draw(READABLE, length);
    }

    private static String draw(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}

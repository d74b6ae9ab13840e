package dev.pulsehub.core.config;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a value looks like.
 *
 * @param expression POSIX extended regular expression for the whole value in any case, so that the shell scripts check
 *     the same; also Java's
 * @param words completes "it must be"
 */
public record Format(String expression, String words) {

    static final Format TEXT = new Format(".+", "some text");
    static final Format FLAG = choice("true", "false");
    static final Format NUMBER = new Format("[0-9]+", "a number");
    static final Format PORT = new Format(
            "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]",
            "a port, 1 to 65535");
    static final Format ADDRESS = new Format(
            "https?://([a-z0-9.-]+|\\[[0-9a-f:]+\\])(:[0-9]+)?(/[a-z0-9._~/-]*)?", "an http or https address");
    static final Format HOOK = new Format("https?://[a-z0-9.-]+(:[0-9]+)?/[^ ]+", "an http or https address");
    static final Format PATH = new Format("(/[a-z0-9._-]+)+", "a path that begins with /");
    static final Format LOGINS = new Format("[a-z0-9_-]+( *, *[a-z0-9_-]+)*", "GitHub logins, separated by commas");
    static final Format DATABASE = new Format(
            "postgres(ql)?://[^:/@?# ]+(:[^/@?# ]*)?@[a-z0-9._-]+(:[0-9]+)?/[^?# ]+([?][^# ]+)?",
            "postgresql://user:password@host:port/database, user and password percent-encoded");
    static final Format MAIL = new Format("smtps?://[^ ]+", "smtp://user:password@host:port");
    static final Format PRIVATE_KEY =
            new Format("-----BEGIN [A-Z ]*PRIVATE KEY-----.+", "a private key in PEM form, line ends written as \\n");

    private static final int RANDOM_ENOUGH = 32;

    /** Random text that signs or encrypts. */
    static final Format KEY =
            new Format(".{" + RANDOM_ENOUGH + ",}", "at least " + RANDOM_ENOUGH + " random characters");

    static Format choice(String... values) {
        List<String> all = List.of(values);
        String last = all.getLast();
        return new Format(String.join("|", all), String.join(", ", all.subList(0, all.size() - 1)) + " or " + last);
    }

    boolean accepts(String value) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(value)
                .matches();
    }
}

package dev.pulsehub.core.log;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names the request that a thread is answering, so that its lines in the log can be found together. */
public final class RequestId {

    /** Header by which a request says its id, and its answer repeats it. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private RequestId() {}

    /** The id a request brought if it can stand in a log as it is, else a new one. */
    public static String of(@Nullable String brought) {
        return brought != null && HARMLESS.matcher(brought).matches()
                ? brought
                : "%016x".formatted(ThreadLocalRandom.current().nextLong());
    }

    /** This thread answers that request until {@link #end}. */
    public static void begin(String id) {
        CURRENT.set(id);
    }

    public static void end() {
        CURRENT.remove();
    }

    /** The request this thread is answering; empty in timers and at the start. */
    static Optional<String> current() {
        return Optional.ofNullable(CURRENT.get());
    }
}

package dev.pulsehub.core.config;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Ends a process that was configured wrongly: a failed deployment alone would leave one that answers 404. */
public final class OrEnd {

    private static final int MISCONFIGURED = 78; // EX_CONFIG
    private static final Duration LOG_IS_WRITTEN = Duration.ofMillis(500); // the server logs in the background

    private OrEnd() {}

    /** The configuration the environment describes, read by this reader. */
    public static <T> T configuration(Function<Map<String, String>, T> reader) {
        try {
            return reader.apply(System.getenv());
        } catch (Misconfigured e) {
            System.getLogger(OrEnd.class.getName()).log(System.Logger.Level.ERROR, e.getMessage());
            pause();
            Runtime.getRuntime().halt(MISCONFIGURED);
            throw e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOG_IS_WRITTEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

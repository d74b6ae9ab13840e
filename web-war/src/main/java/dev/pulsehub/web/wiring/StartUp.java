package dev.pulsehub.web.wiring;

import dev.pulsehub.core.config.Misconfigured;
import dev.pulsehub.core.config.PulseConfig;
import java.time.Duration;

/** Ends a process that was configured wrongly: a failed deployment alone would leave one that answers 404. */
final class StartUp {

    private static final int MISCONFIGURED = 78; // EX_CONFIG
    private static final Duration LOG_IS_WRITTEN = Duration.ofMillis(500); // the server logs in the background

    private StartUp() {}

    static PulseConfig configurationOrStop() {
        try {
            return PulseConfig.from(System.getenv());
        } catch (Misconfigured e) {
            System.getLogger(StartUp.class.getName()).log(System.Logger.Level.ERROR, e.getMessage());
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

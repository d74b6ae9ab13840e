package dev.pulsehub.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;

/**
 * Whether somebody asked the stack to stop, by Ctrl-C or a signal.
 *
 * <p>Signals are taken here and not by shutdown hooks: hooks run all at once, and PostgreSQL must outlive the web
 * service.
 */
public final class StopRequest {

    /** Thrown out of a wait that a stop ended. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final CountDownLatch asked = new CountDownLatch(1);

    /** A request that comes by SIGINT, SIGTERM or SIGHUP. */
    public static StopRequest bySignal() {
        StopRequest request = new StopRequest();
        for (String name : List.of("INT", "TERM", "HUP")) {
            Signal.handle(new Signal(name), signal -> request.ask());
        }
        return request;
    }

    /** Asks; may be called from any thread, more than once. */
    public void ask() {
        asked.countDown();
    }

    /** Goes on when nobody asked. */
    void check() {
        if (asked.getCount() == 0) {
            throw new Stopped();
        }
    }

    /** Waits, but not longer than somebody asks. */
    void pause(Duration time) {
        try {
            if (asked.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Stopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }
}

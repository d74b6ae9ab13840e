package dev.pulsehub.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rouses this process's delivery worker without waiting for its timer. */
@ApplicationScoped
public class WakeUp {

    private final Semaphore waiting = new Semaphore(0);

    public void deliveries() {
        if (waiting.availablePermits() == 0) {
            waiting.release();
        }
    }

    /** Waits for deliveries, at most so long. */
    public void await(long milliseconds) throws InterruptedException {
        if (waiting.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
            waiting.drainPermits();
        }
    }
}

package dev.pulsehub.web.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether the process is coming to its end, and how many requests are still under way. */
@ApplicationScoped
public class Draining {

    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean draining;

    public boolean isDraining() {
        return draining;
    }

    void begin() {
        draining = true;
    }

    void enter() {
        inFlight.incrementAndGet();
    }

    void leave() {
        inFlight.decrementAndGet();
    }

    int inFlight() {
        return inFlight.get();
    }
}

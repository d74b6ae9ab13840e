package dev.pulsehub.simulator.http;

import dev.pulsehub.simulator.world.SimulatorClock;
import java.time.Duration;
import java.time.Instant;

/** One limit of one caller for a while. Thread-safe. */
final class Budget {

    private final SimulatorClock clock;
    private final int limit;
    private final Duration window;
    private int used;
    private Instant resetAt;

    Budget(SimulatorClock clock, int limit, Duration window) {
        this.clock = clock;
        this.limit = limit;
        this.window = window;
        this.resetAt = clock.instant().plus(window);
    }

    /** A moment's state; {@code exhausted} says that the request was refused and took nothing. */
    record State(int limit, int remaining, int used, Instant resetAt, boolean exhausted) {}

    synchronized State take(int cost) {
        refill();
        boolean exhausted = used + cost > limit;
        if (!exhausted) {
            used += cost;
        }
        return new State(limit, Math.max(0, limit - used), used, resetAt, exhausted);
    }

    private void refill() {
        Instant now = clock.instant();
        if (!now.isBefore(resetAt)) {
            used = 0;
            resetAt = now.plus(window);
        }
    }
}

package dev.pulsehub.simulator.http;

import dev.pulsehub.simulator.world.SimulatorClock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The hourly limits of all tokens, one for REST and one for GraphQL each. Thread-safe. */
public final class Budgets {

    private final SimulatorClock clock;
    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();
    private volatile int limit;

    /** Budgets of so many requests, and as many points, an hour. */
    public Budgets(SimulatorClock clock, int limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /** Gives every token, also those not seen yet, this limit, of which nothing is used. */
    public void limit(int requestsPerHour) {
        if (requestsPerHour < 0) {
            throw new IllegalArgumentException("A limit is no negative number: " + requestsPerHour);
        }
        limit = requestsPerHour;
        budgets.clear();
    }

    Budget of(String token, String resource) {
        return budgets.computeIfAbsent(token + "/" + resource, name -> new Budget(clock, limit));
    }
}

package dev.pulsehub.simulator.http;

import dev.pulsehub.simulator.signin.Access;
import dev.pulsehub.simulator.world.SimulatorClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The primary limits of everybody, one for each resource. Thread-safe. */
public final class Budgets {

    static final List<String> RESOURCES = List.of("core", "search", "graphql", "integration_manifest");

    private static final int ANONYMOUS = 60;
    private static final int SEARCHES = 30;
    private static final int ANONYMOUS_SEARCHES = 10;

    private final SimulatorClock clock;
    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();
    private volatile int limit;
    private volatile Refusal refusal = Refusal.asDocumented();

    /** Budgets of so many requests, and as many points, an hour. */
    public Budgets(SimulatorClock clock, int limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /**
     * How GitHub says that a limit is used up.
     *
     * @param status of REST's answers, 403 or 429
     * @param queryType {@code RATE_LIMITED}, or {@code RATE_LIMIT} with a code and no data
     */
    public record Refusal(int status, String queryType) {

        public Refusal {
            if (status != 403 && status != 429) {
                throw new IllegalArgumentException("A limit is told by 403 or 429, not by " + status);
            }
            if (!queryType.equals("RATE_LIMITED") && !queryType.equals("RATE_LIMIT")) {
                throw new IllegalArgumentException("A query's limit is RATE_LIMITED or RATE_LIMIT, not " + queryType);
            }
        }

        public static Refusal asDocumented() {
            return new Refusal(403, "RATE_LIMITED");
        }
    }

    public Refusal refusal() {
        return refusal;
    }

    public void refusal(Refusal newRefusal) {
        refusal = newRefusal;
    }

    /** Gives everybody, also those not seen yet, this limit, of which nothing is used. */
    public void limit(int requestsPerHour) {
        if (requestsPerHour < 0) {
            throw new IllegalArgumentException("A limit is no negative number: " + requestsPerHour);
        }
        limit = requestsPerHour;
        budgets.clear();
    }

    /** People and installations have their own; all without a token share one. */
    Budget of(Access access, String resource) {
        return budgets.computeIfAbsent(access.limitKey() + "/" + resource, name -> budget(access, resource));
    }

    private Budget budget(Access access, String resource) {
        boolean anonymous = access.kind() == Access.Kind.ANONYMOUS;
        return resource.equals("search")
                ? new Budget(clock, anonymous ? ANONYMOUS_SEARCHES : SEARCHES, Duration.ofMinutes(1))
                : new Budget(clock, anonymous ? Math.min(ANONYMOUS, limit) : limit, Duration.ofHours(1));
    }
}

package dev.pulsehub.simulator.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** GitHub's secondary limits: how many at once, and how much in a minute. Off unless rules are given. Thread-safe. */
public final class Secondary {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Usage> usages = new ConcurrentHashMap<>();
    private volatile Optional<Rules> rules;

    public Secondary(InstantSource clock, Optional<Rules> rules) {
        this.clock = clock;
        this.rules = rules;
    }

    /**
     * How much is too much, and what is answered then.
     *
     * @param restPoints a minute: 1 for reading, 5 for writing
     * @param graphqlPoints a minute: 1 for a query
     * @param writes a minute
     * @param status of the refusal, 403 or 429
     * @param queryStatus of the refusal of a query: 200, or the same as of REST
     * @param retryAfter what {@code Retry-After} says; empty where it is left out
     */
    public record Rules(
            int concurrent,
            int restPoints,
            int graphqlPoints,
            int writes,
            int status,
            int queryStatus,
            Optional<Duration> retryAfter) {

        public static Rules asDocumented() {
            return new Rules(100, 900, 2000, 80, 403, 403, Optional.of(MINUTE));
        }
    }

    /** Forgets what was used, and holds everybody to these from now on; empty lets everything pass. */
    public void rules(Optional<Rules> newRules) {
        rules = newRules;
        usages.clear();
    }

    private static final class Usage {
        private int running;
        private Instant minute = Instant.MIN;
        private int rest;
        private int graphql;
        private int writes;

        private void turn(Instant now) {
            if (!now.isBefore(minute.plus(MINUTE))) {
                minute = now;
                rest = 0;
                graphql = 0;
                writes = 0;
            }
        }
    }

    /** Counts a request that begins. What it returns has to be closed when the request ends. */
    Pass begin(String who, boolean query, boolean writes) {
        Usage usage = usages.computeIfAbsent(who, name -> new Usage());
        synchronized (usage) {
            usage.turn(clock.instant());
            usage.running++;
            if (query) {
                usage.graphql++;
            } else {
                usage.rest += writes ? 5 : 1;
                usage.writes += writes ? 1 : 0;
            }
            Optional<Rules> broken = rules.filter(most -> usage.running > most.concurrent()
                    || usage.rest > most.restPoints()
                    || usage.graphql > most.graphqlPoints()
                    || usage.writes > most.writes());
            return new Pass(usage, broken);
        }
    }

    /** A request that runs. */
    static final class Pass implements AutoCloseable {

        private final Usage usage;
        private final Optional<Rules> broken;

        private Pass(Usage usage, Optional<Rules> broken) {
            this.usage = usage;
            this.broken = broken;
        }

        /** The rules it breaks; empty where it may go on. */
        Optional<Rules> broken() {
            return broken;
        }

        @Override
        public void close() {
            synchronized (usage) {
                usage.running--;
            }
        }
    }
}

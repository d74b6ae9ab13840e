package dev.pulsehub.simulator.http;

import java.util.Map;
import java.util.TreeMap;

/** Counts what was asked of the simulator, by endpoint and by token. Thread-safe. */
public final class RequestLog {

    private long total;
    private long counted;
    private long points;
    private final Map<String, Long> byEndpoint = new TreeMap<>();
    private final Map<String, Long> byToken = new TreeMap<>();

    /**
     * What was asked since the last reset.
     *
     * @param counted requests that cost quota: all but 304s and {@code /rate_limit}
     * @param points GraphQL points
     */
    public record Totals(
            long total, long counted, long points, Map<String, Long> byEndpoint, Map<String, Long> byToken) {

        public Totals {
            byEndpoint = Map.copyOf(byEndpoint);
            byToken = Map.copyOf(byToken);
        }
    }

    synchronized void add(String endpoint, String token, boolean costs, long pointsTaken) {
        total++;
        if (costs) {
            counted++;
            byToken.merge(
                    token.isEmpty() ? "anonymous" : token.substring(0, Math.min(8, token.length())), 1L, Long::sum);
        }
        points += pointsTaken;
        byEndpoint.merge(endpoint, 1L, Long::sum);
    }

    public synchronized Totals totals() {
        return new Totals(total, counted, points, byEndpoint, byToken);
    }

    public synchronized void reset() {
        total = 0;
        counted = 0;
        points = 0;
        byEndpoint.clear();
        byToken.clear();
    }
}

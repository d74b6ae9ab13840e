package dev.pulsehub.simulator.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was asked of the simulator, by endpoint, token and minute of the simulator's clock. Thread-safe. */
public final class RequestLog {

    private static final int SHOWN_OF_TOKEN = 8;

    private final InstantSource clock;
    private final Map<Key, Count> counts = new HashMap<>();

    public RequestLog(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What was asked since the last reset.
     *
     * @param counted requests that cost quota: all but 304s and {@code /rate_limit}
     * @param points GraphQL points
     * @param byEndpoint all requests
     * @param byToken requests that cost quota
     */
    public record Totals(
            long total, long counted, long points, Map<String, Long> byEndpoint, Map<String, Long> byToken) {

        public Totals {
            byEndpoint = Map.copyOf(byEndpoint);
            byToken = Map.copyOf(byToken);
        }
    }

    /**
     * One minute of one token at one endpoint.
     *
     * @param token its beginning, or {@code anonymous}
     * @param counted requests that cost quota
     * @param free those that did not: 304s and {@code /rate_limit}
     */
    public record Row(String minute, String token, String endpoint, long counted, long free, long points) {}

    private record Key(Instant minute, String token, String endpoint) {}

    private static final class Count {
        private long counted;
        private long free;
        private long points;
    }

    synchronized void add(String endpoint, String token, boolean costs, long pointsTaken) {
        Count count = count(endpoint, token);
        if (costs) {
            count.counted++;
        } else {
            count.free++;
        }
        count.points += pointsTaken;
    }

    /** Points a request takes beyond its price. */
    synchronized void addPoints(String endpoint, String token, long pointsTaken) {
        count(endpoint, token).points += pointsTaken;
    }

    private Count count(String endpoint, String token) {
        String shown = token.isEmpty() ? "anonymous" : token.substring(0, Math.min(SHOWN_OF_TOKEN, token.length()));
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return counts.computeIfAbsent(new Key(minute, shown, endpoint), key -> new Count());
    }

    public synchronized Totals totals() {
        long total = 0;
        long counted = 0;
        long points = 0;
        Map<String, Long> byEndpoint = new TreeMap<>();
        Map<String, Long> byToken = new TreeMap<>();
        for (Map.Entry<Key, Count> entry : counts.entrySet()) {
            Count count = entry.getValue();
            total += count.counted + count.free;
            counted += count.counted;
            points += count.points;
            byEndpoint.merge(entry.getKey().endpoint(), count.counted + count.free, Long::sum);
            if (count.counted > 0) {
                byToken.merge(entry.getKey().token(), count.counted, Long::sum);
            }
        }
        return new Totals(total, counted, points, byEndpoint, byToken);
    }

    /** Minute by minute, oldest first. */
    public synchronized List<Row> minutes() {
        return counts.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey().minute().toString(),
                        entry.getKey().token(),
                        entry.getKey().endpoint(),
                        entry.getValue().counted,
                        entry.getValue().free,
                        entry.getValue().points))
                .sorted(Comparator.comparing(Row::minute)
                        .thenComparing(Row::token)
                        .thenComparing(Row::endpoint))
                .toList();
    }

    public synchronized void reset() {
        counts.clear();
    }
}

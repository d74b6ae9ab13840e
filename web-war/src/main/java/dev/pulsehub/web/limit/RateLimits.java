package dev.pulsehub.web.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts requests of whoever asks, in this process: with more replicas everybody may ask as many times more. Of those
 * who have not asked for longest, the oldest are forgotten beyond {@value #MOST}. Thread-safe.
 */
public final class RateLimits {

    /** Requests a minute of a person in the browser, and of each API token. */
    static final long KNOWN = 1_200;

    /** Requests a minute of an address that nobody is signed in at. */
    static final long STRANGERS = 240;

    private static final int MOST = 50_000;

    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    public RateLimits(Clock clock) {
        time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Takes one request of the asker's, if any is left. */
    Allowance take(Asking asker) {
        ConsumptionProbe probe = bucket(asker).tryConsumeAndReturnRemaining(1);
        return new Allowance(
                asker.limit(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                probe.isConsumed() ? 0 : Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }

    private Bucket bucket(Asking asker) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    asker.key(),
                    key -> Bucket.builder()
                            .addLimit(limit ->
                                    limit.capacity(asker.limit()).refillGreedy(asker.limit(), Duration.ofMinutes(1)))
                            .withCustomTimePrecision(time)
                            .build());
        }
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }
}

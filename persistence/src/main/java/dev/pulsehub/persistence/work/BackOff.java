package dev.pulsehub.persistence.work;

import java.time.Duration;

/**
 * How long to wait before something that failed is tried again: doubled with every failure, up to a longest wait.
 *
 * @param first wait after the first failure
 * @param longest no wait is longer
 */
public record BackOff(Duration first, Duration longest) {

    private static final int DOUBLINGS_THAT_REACH_ANY_LIMIT = 30;

    public BackOff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("not a back-off: first " + first + ", longest " + longest);
        }
    }

    /** @param failures how often it failed in a row, at least 1 */
    public Duration afterFailures(int failures) {
        int doublings = Math.clamp(failures - 1L, 0, DOUBLINGS_THAT_REACH_ANY_LIMIT);
        Duration wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}

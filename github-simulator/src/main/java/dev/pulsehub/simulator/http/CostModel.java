package dev.pulsehub.simulator.http;

import java.time.Duration;

/**
 * How long GitHub takes for a GraphQL query and what it gives up on: time grows with the nodes that are asked for, and
 * nothing takes longer than ten seconds.
 */
public final class CostModel {

    private static final Duration CUT_OFF = Duration.ofSeconds(10);

    private volatile Profile profile;
    private volatile double pace;

    /** How busy GitHub is. */
    public enum Profile {
        /** A tenth of a millisecond a node: whatever the node limit allows within reason is answered. */
        CALM(Duration.ofNanos(100_000)),
        /** A millisecond a node, as on a bad day. */
        STRICT(Duration.ofMillis(1));

        private final Duration perNode;

        Profile(Duration perNode) {
            this.perNode = perNode;
        }
    }

    /** What becomes of a query. */
    enum Verdict {
        ANSWERED,
        /** Too much for one answer, though in time: a part of it, and errors for the rest. */
        PARTIAL,
        TIMED_OUT
    }

    public CostModel(Profile profile, double pace) {
        this.profile = profile;
        this.pace = pace;
    }

    public void profile(Profile newProfile) {
        profile = newProfile;
    }

    /** How much of the simulated time really passes: 0 for none, 1 for all of it. */
    public void pace(double share) {
        pace = share;
    }

    /** @param nodes how many the query could return */
    Verdict judge(long nodes) {
        Duration needed = profile.perNode.multipliedBy(nodes);
        if (needed.compareTo(CUT_OFF) > 0) {
            return Verdict.TIMED_OUT;
        }
        return profile == Profile.STRICT
                        && needed.compareTo(CUT_OFF.multipliedBy(4).dividedBy(5)) > 0
                ? Verdict.PARTIAL
                : Verdict.ANSWERED;
    }

    /** Lets as much time pass as the query takes. */
    void take(long nodes) {
        Duration needed = profile.perNode.multipliedBy(nodes);
        Duration most = needed.compareTo(CUT_OFF) > 0 ? CUT_OFF : needed;
        try {
            Thread.sleep(Duration.ofNanos((long) (most.toNanos() * pace)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

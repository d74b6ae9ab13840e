package dev.pulsehub.simulator.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The simulator's own time, in whole seconds as GitHub stamps it: the machine's, moved by whatever a test asks. */
public final class SimulatorClock implements InstantSource {

    private final Clock machine;
    private volatile Duration ahead = Duration.ZERO;

    public SimulatorClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Lets time pass at once; a negative duration turns it back. */
    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Makes it this moment now; time goes on from there. */
    public void set(Instant now) {
        ahead = Duration.between(machine.instant(), now);
    }

    /** How far this clock is ahead of the machine's; negative when behind. */
    public Duration ahead() {
        return ahead;
    }
}

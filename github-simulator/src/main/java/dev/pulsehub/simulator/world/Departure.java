package dev.pulsehub.simulator.world;

import java.time.Instant;

/** Why an issue's number leads nowhere any more. */
public sealed interface Departure {

    record Deleted(Instant at) implements Departure {}

    /** It lives on in another repository. */
    record Transferred(Issue to) implements Departure {}
}

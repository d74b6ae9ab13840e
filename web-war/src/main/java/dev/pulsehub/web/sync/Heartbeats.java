package dev.pulsehub.web.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each timer fired last. A timer that the container gave up says nothing: its silence is all there is to see. */
@ApplicationScoped
public class Heartbeats {

    private static final int MISSED = 10;
    private static final Duration SLOWEST_MACHINE = Duration.ofMinutes(2);

    private final Map<String, Beat> beats = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private record Beat(Duration period, Instant last) {}

    /** For the container's stand-in only. */
    protected Heartbeats() {
        this(InstantSource.system());
    }

    @Inject
    public Heartbeats(InstantSource clock) {
        this.clock = clock;
    }

    void expect(String timer, Duration period) {
        beats.put(timer, new Beat(period, clock.instant()));
    }

    void fired(String timer) {
        beats.computeIfPresent(timer, (name, beat) -> new Beat(beat.period(), clock.instant()));
    }

    /** Timers that missed ten turns, and two minutes at least; sorted. */
    public List<String> silent() {
        Instant now = clock.instant();
        return beats.entrySet().stream()
                .filter(entry -> isSilent(entry.getValue(), now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean isSilent(Beat beat, Instant now) {
        Duration patience = beat.period().multipliedBy(MISSED);
        Duration longest = patience.compareTo(SLOWEST_MACHINE) > 0 ? patience : SLOWEST_MACHINE;
        return beat.last().plus(longest).isBefore(now);
    }
}

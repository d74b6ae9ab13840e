package dev.pulsehub.simulator.http;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Requests that go wrong on demand: by path, token, count, chance and time. Thread-safe. */
public final class Faults {

    private final InstantSource clock;
    private final List<Fault> waiting = new ArrayList<>();
    private Random chance = new Random(1);

    public Faults(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    /** The next {@code times} requests whose path contains the expression are answered with this status. */
    public void add(String pathExpression, int status, int times) {
        add(Fault.status(pathExpression, status, times));
    }

    /** Chances are drawn from this seed from now on, so that a run can be repeated. */
    public synchronized void seed(long seed) {
        chance = new Random(seed);
    }

    public synchronized List<Fault> all() {
        waiting.removeIf(fault -> fault.times() == 0);
        return List.copyOf(waiting);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** What befalls this request; of several faults the first that was added. */
    synchronized Optional<Fault> next(String path, String token) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.concerns(path, token, clock.instant()) && chance.nextDouble() < fault.chance()) {
                waiting.set(i, fault.onceLess());
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}

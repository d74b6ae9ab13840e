package dev.pulsehub.simulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers that go wrong on demand. Thread-safe. */
public final class Faults {

    private final List<Fault> waiting = new ArrayList<>();

    private static final class Fault {
        private final Pattern path;
        private final int status;
        private int times;

        Fault(Pattern path, int status, int times) {
            this.path = path;
            this.status = status;
            this.times = times;
        }
    }

    /** The next {@code times} requests whose path contains the expression are answered with this status. */
    public synchronized void add(String pathExpression, int status, int times) {
        waiting.add(new Fault(Pattern.compile(pathExpression), status, times));
    }

    synchronized Optional<Integer> next(String path) {
        for (Fault fault : waiting) {
            if (fault.times > 0 && fault.path.matcher(path).find()) {
                fault.times--;
                return Optional.of(fault.status);
            }
        }
        return Optional.empty();
    }
}

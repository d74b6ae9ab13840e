package dev.pulsehub.stack;

import dev.pulsehub.postgres.PostgresDidNotStart;
import dev.pulsehub.simulator.dataset.DatasetRejected;
import java.io.UncheckedIOException;
import java.time.Clock;

/**
 * {@code make run}. Reads the environment, runs the stack until Ctrl-C; one clear message and code 1 when it cannot.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        StopRequest stop = StopRequest.bySignal();
        try {
            new LocalStack(Settings.from(System.getenv()), System.out, Clock.systemUTC(), stop).run();
        } catch (StackDidNotStart | PostgresDidNotStart | DatasetRejected | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }
}

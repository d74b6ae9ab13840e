package dev.pulsehub.simulator;

import dev.pulsehub.simulator.dataset.DatasetRejected;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.List;

/** The simulator by itself, from the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        try (Simulator simulator = Options.read(arguments).start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            System.out.println("API    " + simulator.url());
            System.out.println("Admin  " + simulator.adminUrl());
            System.out.println(
                    "Token  " + simulator.token() + " (" + simulator.owner().login() + ")");
            Thread.currentThread().join();
        } catch (IllegalArgumentException | DateTimeException | DatasetRejected | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}

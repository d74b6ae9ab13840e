package dev.pulsehub.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root: how this machine lets root start it as somebody else. */
enum Rootless {
    /** Not root: nothing to do. */
    PLAIN(""),
    /** A user namespace in which root is an ordinary user; files keep their owner. */
    USER_NAMESPACE("unshare -U"),
    /** The user nobody; the data directory is handed over to it. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all");

    private final String prefix;

    Rootless(String prefix) {
        this.prefix = prefix;
    }

    List<String> prefix() {
        return prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1));
    }

    static Rootless ofThisMachine() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return PLAIN;
        }
        if (USER_NAMESPACE.works()) {
            return USER_NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new PostgresDidNotStart(
                "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works here."
                        + " Start as an ordinary user, or install util-linux, or set POSTGRES_URL to a server of your own.");
    }

    /** Fails early, with the reason, where the program would only say "permission denied". */
    void mustRun(Path program) {
        if (!runs(program.toString(), "--version")) {
            throw new PostgresDidNotStart(program + " cannot be run" + (this == NOBODY ? " by the user nobody" : "")
                    + ". Each directory above it must be open to that user: choose another directory for the programs"
                    + " and the data, for example under /var/lib.");
        }
    }

    private boolean works() {
        return runs("true");
    }

    private boolean runs(String... program) {
        List<String> command = new ArrayList<>(prefix());
        command.addAll(List.of(program));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package dev.pulsehub.stack;

import java.util.Optional;
import java.util.function.Consumer;

/** Says how the first synchronisation goes on, once per change, until it is complete; a new failure is always said. */
final class SyncReporter {

    private final SyncProgress progress;
    private final Consumer<String> terminal;
    private String last = "";
    private Optional<String> lastFailure = Optional.empty();
    private boolean complete;

    SyncReporter(SyncProgress progress, Consumer<String> terminal) {
        this.progress = progress;
        this.terminal = terminal;
    }

    void report() {
        if (!complete) {
            progress.look().ifPresent(this::tell);
        }
    }

    private void tell(SyncProgress.Look look) {
        String words = look.words();
        if (look.complete()) {
            complete = true;
            terminal.accept("Synchronised: " + words + ". From now on changes arrive as they happen.");
        } else if (!words.equals(last)) {
            terminal.accept("First synchronisation: " + words);
        }
        last = words;
        if (!look.failure().equals(lastFailure)) {
            look.failure().ifPresent(failure -> terminal.accept("GitHub is asked again later: " + failure));
            lastFailure = look.failure();
        }
    }
}

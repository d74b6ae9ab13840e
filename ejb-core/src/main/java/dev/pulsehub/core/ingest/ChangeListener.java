package dev.pulsehub.core.ingest;

import java.util.Set;

/** Hears, in this process and at once, what a committed transaction changed. */
@FunctionalInterface
public interface ChangeListener {

    /** @param kinds of cards that show something else now: pulls, issues, runs, sync */
    void changed(long organizationId, long repoId, Set<String> kinds);
}

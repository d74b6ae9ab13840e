package dev.pulsehub.core.access;

import java.util.List;

/** What became of somebody whom GitHub sent to us. */
public sealed interface Arrival {

    /** A session was opened. */
    record SignedIn(long personId, String login, long organizationId) implements Arrival {}

    /**
     * Nothing is connected that they belong to; nothing of them was kept but their name.
     *
     * @param accounts GitHub accounts they belong to
     */
    record Homeless(String login, List<String> accounts) implements Arrival {
        public Homeless {
            accounts = List.copyOf(accounts);
        }
    }
}

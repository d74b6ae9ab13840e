package dev.pulsehub.core.access;

import java.util.List;

/**
 * A person, as a program speaks for them.
 *
 * @param organizationId the organization they look at
 * @param scopes what the program may do: {@code read}, {@code write}
 */
public record Asker(long personId, long organizationId, String login, List<String> scopes) {

    /** Asking for numbers and rows. */
    public static final String READ = "read";

    /** Changing something on GitHub. */
    public static final String WRITE = "write";

    public Asker {
        scopes = List.copyOf(scopes);
    }

    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}

package dev.pulsehub.core.github;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * GitHub as one person or another, over shared connections. What GitHub said about a token's limits is remembered for a
 * while. Thread-safe.
 */
public final class PeoplesGitHub {

    private static final int MOST_REMEMBERED = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI api;
    private final Clock clock;
    private final GitHubHttp http;
    private final Map<String, PersonalGitHub> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PersonalGitHub> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    public PeoplesGitHub(URI api, Clock clock) {
        this.api = api;
        this.clock = clock;
        this.http = Transport.connections(api, PATIENCE);
    }

    /** @param token the person's own; never sent to another host, never logged */
    public PersonalGitHub as(String token) {
        synchronized (remembered) {
            return remembered.computeIfAbsent(
                    token, unknown -> new PersonalGitHub(new Transport(api, token, http), clock));
        }
    }
}

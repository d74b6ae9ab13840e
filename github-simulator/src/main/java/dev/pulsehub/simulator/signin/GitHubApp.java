package dev.pulsehub.simulator.signin;

import dev.pulsehub.simulator.world.Account;
import java.net.URI;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A registered GitHub App.
 *
 * @param bot who its installations act as
 * @param key what its assertions are checked with
 * @param permissions what it asks of each installation: {@code read} or {@code write} by GitHub's name
 * @param events names of events its hook hears of, or {@code *}
 */
public record GitHubApp(
        long id,
        String slug,
        String clientId,
        String clientSecret,
        URI callback,
        Account owner,
        Account bot,
        PublicKey key,
        Map<String, String> permissions,
        List<String> events,
        Instant createdAt)
        implements App {

    public GitHubApp {
        permissions = Map.copyOf(permissions);
        events = List.copyOf(events);
    }

    @Override
    public String name() {
        return slug;
    }

    /** What an app is registered with. */
    public record Settings(
            String slug,
            String clientId,
            String clientSecret,
            URI callback,
            PublicKey key,
            Map<String, String> permissions,
            List<String> events) {

        /** Reads everything a synchronisation needs, and hears of everything. */
        public static Settings reading(String slug, String clientId, String clientSecret, URI callback, PublicKey key) {
            Map<String, String> permissions = Map.of(
                    "metadata", "read",
                    "contents", "read",
                    "issues", "read",
                    "pull_requests", "read",
                    "actions", "read",
                    "checks", "read",
                    "statuses", "read",
                    "deployments", "read",
                    "members", "read",
                    "organization_projects", "read");
            return new Settings(slug, clientId, clientSecret, callback, key, permissions, List.of("*"));
        }

        public Settings {
            permissions = Map.copyOf(permissions);
            events = List.copyOf(events);
        }
    }
}

package dev.pulsehub.simulator.hook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An address that hears of events.
 *
 * @param scope {@code Repository}, {@code Organization} or {@link #OF_APP}
 * @param target id of the repository, account or app it belongs to; 0 for the one that hears of everything
 * @param events names of events, or {@code *}
 * @param form whether the payload comes as a form's field rather than as JSON
 */
public record Hook(
        long id,
        String scope,
        long target,
        String url,
        Optional<String> secret,
        List<String> events,
        boolean form,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {

    /** Scope of the hook of a GitHub App, which hears of what happens where the app is installed. */
    public static final String OF_APP = "Integration";

    public Hook {
        events = List.copyOf(events);
        requireAddress(url);
    }

    static void requireAddress(String url) {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new IllegalArgumentException("Deliveries go to an http or https address, not to \"" + url + "\"");
        }
        URI.create(url); // says what is wrong with it
    }

    boolean hears(String event) {
        return active && (events.contains("*") || events.contains(event) || event.equals("ping"));
    }

    public boolean isOfApp() {
        return scope.equals(OF_APP);
    }

    public boolean isOf(String wantedScope, long wantedTarget) {
        return scope.equals(wantedScope) && target == wantedTarget;
    }
}

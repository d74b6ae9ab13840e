package dev.pulsehub.simulator.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt to deliver, as GitHub's log of a hook keeps it for three days.
 *
 * @param guid the same for every attempt to tell the same event
 * @param status HTTP status, or 0 when nobody answered in time
 * @param says GitHub's word for the outcome: {@code OK}, {@code timed out}, ...
 * @param repository id of the repository it happened in
 */
public record Sent(
        long id,
        String guid,
        Hook hook,
        Message message,
        Instant at,
        Duration took,
        boolean redelivery,
        int status,
        String says,
        Map<String, String> requestHeaders,
        Map<String, String> responseHeaders,
        String responseBody,
        Optional<Long> repository) {

    public Sent {
        requestHeaders = Map.copyOf(requestHeaders);
        responseHeaders = Map.copyOf(responseHeaders);
    }
}

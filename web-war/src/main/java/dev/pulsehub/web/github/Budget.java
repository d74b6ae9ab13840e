package dev.pulsehub.web.github;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Until when each person's GitHub budget is used up: nothing is asked that GitHub would only refuse. Thread-safe. */
final class Budget {

    private static final Duration LONGEST = Duration.ofMinutes(65);
    private static final Duration UNSAID = Duration.ofSeconds(60);

    private final Clock clock;
    private final Map<Long, Instant> closed = new ConcurrentHashMap<>();

    Budget(Clock clock) {
        this.clock = clock;
    }

    /** Seconds to wait; empty when the person may ask. */
    Optional<Long> secondsToWait(long personId) {
        Instant until = closed.get(personId);
        Instant now = clock.instant();
        if (until == null || !now.isBefore(until)) {
            closed.remove(personId);
            return Optional.empty();
        }
        return Optional.of(Math.max(1, Duration.between(now, until).toSeconds()));
    }

    /** Reads what an answer says of the limits. */
    void hear(long personId, int status, HttpHeaders headers) {
        boolean usedUp =
                headers.firstValue("X-RateLimit-Remaining").filter("0"::equals).isPresent();
        Optional<String> retry = headers.firstValue("Retry-After");
        if (status != 429 && !(status == 403 && (usedUp || retry.isPresent()))) {
            return;
        }
        Instant now = clock.instant();
        Instant until = retry.flatMap(Budget::number)
                .map(now::plusSeconds)
                .or(() -> headers.firstValue("X-RateLimit-Reset")
                        .filter(reset -> usedUp)
                        .flatMap(Budget::number)
                        .map(Instant::ofEpochSecond))
                .filter(moment -> moment.isAfter(now) && moment.isBefore(now.plus(LONGEST)))
                .orElse(now.plus(UNSAID));
        closed.put(personId, until);
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,12}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}

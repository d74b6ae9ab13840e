package dev.pulsehub.core.github;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** GitHub's rate limits of one token: reads what every answer says, and asks nothing before it may. Thread-safe. */
final class Limits {

    private static final Duration UNSAID = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(65);

    private final Clock clock;
    private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.EPOCH);

    Limits(Clock clock) {
        this.clock = clock;
    }

    /** Stops a request that GitHub would only refuse. */
    void requireOpen() {
        Instant until = Objects.requireNonNull(closedUntil.get());
        if (clock.instant().isBefore(until)) {
            throw new GitHubUnavailable("GitHub's rate limit is used up until " + until, until);
        }
    }

    /** Whether the answer says that we asked too much; if so, asks nothing until it allows. */
    boolean exceeded(Response response) {
        int status = response.getStatus();
        boolean limited = status == 429
                || status == 403
                        && (header(response, "Retry-After").isPresent()
                                || header(response, "X-RateLimit-Remaining")
                                        .filter("0"::equals)
                                        .isPresent()
                                || saysSo(response));
        if (limited) {
            close(response);
        }
        return limited;
    }

    /** A secondary limit may come without any header: only its words tell it from a refusal. */
    private static boolean saysSo(Response response) {
        response.bufferEntity();
        String words = response.readEntity(String.class).toLowerCase(Locale.ROOT);
        return words.contains("rate limit") || words.contains("abuse detection");
    }

    /** Closes until the moment the answer names, or a minute when it names none. */
    GitHubUnavailable close(Response response) {
        Instant now = clock.instant();
        Instant until = header(response, "Retry-After")
                .flatMap(Limits::number)
                .map(now::plusSeconds)
                .or(() -> header(response, "X-RateLimit-Remaining")
                        .filter("0"::equals)
                        .flatMap(none -> header(response, "X-RateLimit-Reset"))
                        .flatMap(Limits::number)
                        .map(Instant::ofEpochSecond))
                .filter(moment ->
                        moment.isAfter(now) && moment.isBefore(now.plus(LONGEST))) // an hour at most is believable
                .orElse(now.plus(UNSAID));
        closedUntil.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
        return new GitHubUnavailable("GitHub's rate limit is used up until " + until, until);
    }

    private static Optional<String> header(Response response, String name) {
        return Optional.ofNullable(response.getHeaderString(name)).filter(text -> !text.isBlank());
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

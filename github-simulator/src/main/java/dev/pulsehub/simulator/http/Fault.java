package dev.pulsehub.simulator.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that goes wrong with requests.
 *
 * @param path whose requests: an expression found in the path
 * @param token beginning of the token whose requests; empty for all
 * @param kind what happens
 * @param status the status of an answer that has one
 * @param chance how likely it is for each request, from 0 to 1
 * @param times how often; {@link Integer#MAX_VALUE} for always
 * @param until when it ends
 * @param delay how long a slow or stalled answer takes, or {@code Retry-After} of a limit
 */
public record Fault(
        Pattern path,
        String token,
        Kind kind,
        int status,
        double chance,
        int times,
        Optional<Instant> until,
        Optional<Duration> delay) {

    /** What GitHub, or the network before it, does. */
    public enum Kind {
        /** The status with the body GitHub gives it: limits and refusals in JSON, gateway errors as a page. */
        STATUS,
        /** A time-out told in JSON, as GraphQL does. */
        TIMEOUT_JSON,
        /** The secondary limit. */
        SECONDARY_LIMIT,
        /** GraphQL's limit inside a 200, by its older name. */
        RATE_LIMITED,
        /** GraphQL's limit inside a 200, by its newer name with a code and no data. */
        RATE_LIMIT,
        /** The organization wants a single sign-on. */
        SSO,
        /** Half of the first list of a GraphQL answer is missing. */
        PARTIAL,
        /** The answer comes late. */
        SLOW,
        /** The answer begins and does not go on. */
        STALL,
        /** The connection ends without an answer. */
        DROP
    }

    /** So many answers of that status. */
    public static Fault status(String path, int status, int times) {
        return of(path, Kind.STATUS, times).answering(status);
    }

    public static Fault of(String path, Kind kind, int times) {
        return new Fault(Pattern.compile(path), "", kind, 403, 1, times, Optional.empty(), Optional.empty());
    }

    Fault answering(int newStatus) {
        return new Fault(path, token, kind, newStatus, chance, times, until, delay);
    }

    Fault onceLess() {
        return times == Integer.MAX_VALUE
                ? this
                : new Fault(path, token, kind, status, chance, times - 1, until, delay);
    }

    boolean concerns(String askedPath, String askedToken, Instant now) {
        return times > 0
                && path.matcher(askedPath).find()
                && askedToken.startsWith(token)
                && until.filter(end -> !now.isBefore(end)).isEmpty();
    }
}

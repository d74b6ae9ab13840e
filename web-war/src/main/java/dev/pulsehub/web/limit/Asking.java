package dev.pulsehub.web.limit;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Who is counted.
 *
 * @param key names them among all
 * @param limit requests a minute they may send
 */
record Asking(String key, long limit) {

    static Asking person(long personId) {
        return new Asking("person " + personId, RateLimits.KNOWN);
    }

    /** Keeps a digest, so that no token stays in memory. */
    static Asking token(String token) {
        return new Asking("token " + UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)), RateLimits.KNOWN);
    }

    static Asking address(String address) {
        return new Asking("address " + address, RateLimits.STRANGERS);
    }
}

package dev.pulsehub.persistence.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A browser in which a person is signed in.
 *
 * @param userAgent as the browser called itself at sign-in
 * @param seenAt exact to a minute
 */
public record OpenSession(long id, Optional<String> userAgent, Instant createdAt, Instant seenAt) {}

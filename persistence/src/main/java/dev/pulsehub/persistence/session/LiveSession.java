package dev.pulsehub.persistence.session;

import dev.pulsehub.persistence.organization.Membership;
import dev.pulsehub.persistence.organization.Person;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A session that is neither revoked nor expired, of a person who belongs to the organization they look at.
 *
 * @param role what the person may do in that organization
 * @param accessStale whether GitHub must be asked what the person may see before anything is shown
 */
public record LiveSession(
        long id,
        Person person,
        long organizationId,
        String organizationSlug,
        String organizationName,
        ZoneId timeZone,
        Membership.Role role,
        Instant createdAt,
        Instant expiresAt,
        boolean accessStale) {}

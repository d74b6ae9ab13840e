package dev.pulsehub.persistence.repo;

import java.time.ZoneId;

/**
 * A repository that is synchronised.
 *
 * @param zone in which the organization cuts days
 */
public record TrackedRepo(long organizationId, long githubId, String ownerLogin, String name, ZoneId zone) {}

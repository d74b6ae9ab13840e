package dev.pulsehub.persistence.organization;

import java.util.OptionalLong;

/**
 * A GitHub account whose repositories a tenant synchronises.
 *
 * @param githubId empty until GitHub was asked for the first time
 */
public record SourceAccount(long organizationId, String login, OptionalLong githubId) {}

package dev.pulsehub.persistence.organization;

import java.util.Optional;

/**
 * A human who signs in.
 *
 * @param id ours
 * @param githubId GitHub's, which stays when the login changes
 */
public record Person(long id, long githubId, String login, Optional<String> name, Optional<String> avatarUrl) {}

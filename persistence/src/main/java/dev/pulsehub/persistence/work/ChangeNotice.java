package dev.pulsehub.persistence.work;

import java.time.Instant;
import java.util.List;

/**
 * Something of a repository changed.
 *
 * @param kinds which cards show it, sorted
 */
public record ChangeNotice(long id, long organizationId, long repoId, List<String> kinds, Instant createdAt) {}

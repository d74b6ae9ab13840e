package dev.pulsehub.persistence.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A release; {@code publishedAt} is null while it is a draft. */
public record StoredRelease(
        long organizationId,
        long githubId,
        long repoId,
        String tag,
        @Nullable String name,
        @Nullable String targetSha,
        boolean draft,
        boolean prerelease,
        Instant createdAt,
        @Nullable Instant publishedAt) {}

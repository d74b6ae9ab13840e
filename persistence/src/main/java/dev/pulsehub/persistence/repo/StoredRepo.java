package dev.pulsehub.persistence.repo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A repository as GitHub shows it. */
public record StoredRepo(
        long organizationId,
        long githubId,
        String ownerLogin,
        String name,
        @Nullable String description,
        boolean isPrivate,
        boolean isArchived,
        boolean isFork,
        @Nullable String defaultBranch,
        @Nullable String language,
        int starCount,
        int forkCount,
        String url,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant pushedAt) {}

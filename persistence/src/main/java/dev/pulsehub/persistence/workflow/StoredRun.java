package dev.pulsehub.persistence.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The latest attempt of a workflow run; states as GitHub writes them. Durations are seconds. */
public record StoredRun(
        long organizationId,
        long githubId,
        long repoId,
        long workflowId,
        String workflowName,
        @Nullable String workflowPath,
        int runNumber,
        int attempt,
        String event,
        @Nullable String branch,
        String headSha,
        String status,
        @Nullable String conclusion,
        String url,
        Instant createdAt,
        Instant runStartedAt,
        Instant updatedAt,
        @Nullable Instant completedAt,
        @Nullable Long durationSeconds) {}

package dev.pulsehub.persistence.issue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issue; {@code labels} sorted by name, {@code state} OPEN or CLOSED. */
public record StoredIssue(
        long organizationId,
        long githubId,
        long repoId,
        int number,
        String title,
        @Nullable Long authorId,
        String state,
        @Nullable String stateReason,
        @Nullable Integer milestoneNumber,
        List<String> labels,
        String url,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant closedAt) {

    public StoredIssue {
        labels = List.copyOf(labels);
    }
}

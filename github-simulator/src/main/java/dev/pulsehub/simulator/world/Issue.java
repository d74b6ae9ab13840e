package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An issue. */
public final class Issue extends Item {

    private final List<Issue> subIssues = new ArrayList<>(0);
    private final List<Issue> blockers = new ArrayList<>(0);
    private @Nullable String stateReason;
    private @Nullable IssueType type;
    private @Nullable Issue parent;

    Issue(Repo repo, long id, int number, String title, Optional<Account> author, Instant createdAt) {
        super(repo, id, number, title, author, createdAt);
    }

    /** {@code completed}, {@code not_planned}, {@code duplicate} or {@code reopened}. */
    public Optional<String> stateReason() {
        return Optional.ofNullable(stateReason);
    }

    public Optional<IssueType> type() {
        return Optional.ofNullable(type);
    }

    /** The issue this one is a part of. */
    public Optional<Issue> parent() {
        return Optional.ofNullable(parent);
    }

    /** Its parts, in their order. */
    public List<Issue> subIssues() {
        return subIssues;
    }

    /** What has to be done before it. */
    public List<Issue> blockers() {
        return blockers;
    }

    void type(@Nullable IssueType newType) {
        type = newType;
    }

    void parent(@Nullable Issue newParent) {
        parent = newParent;
    }

    void reason(@Nullable String reason) {
        stateReason = reason;
    }
}

package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A row of a project: an issue, a pull request or a draft that is only a title. */
public final class ProjectItem {

    private final long id;
    private final Project project;
    private final String draftTitle;
    private final Optional<Account> creator;
    private final Instant createdAt;
    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private Optional<Item> content;
    private Instant updatedAt;
    private boolean archived;

    ProjectItem(
            long id,
            Project project,
            Optional<Item> content,
            String draftTitle,
            Optional<Account> creator,
            Instant createdAt) {
        this.id = id;
        this.project = project;
        this.content = content;
        this.draftTitle = draftTitle;
        this.creator = creator;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** A value and when it was set. */
    public record Entry(ProjectField.Value value, Instant updatedAt) {}

    public long id() {
        return id;
    }

    public Project project() {
        return project;
    }

    /** Empty for a draft. */
    public Optional<Item> content() {
        return content;
    }

    /** A draft's title; empty for others. */
    public String draftTitle() {
        return draftTitle;
    }

    public Optional<Account> creator() {
        return Account.ifThere(creator);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public boolean archived() {
        return archived;
    }

    /** What it says in each column, by the column's id. */
    public Map<Long, Entry> entries() {
        return entries;
    }

    /** It now stands for the issue its own was transferred to. */
    void follow(Item moved) {
        content = Optional.of(moved);
    }

    void archive(boolean is, Instant at) {
        archived = is;
        updatedAt = at;
    }

    void touch(Instant at) {
        updatedAt = at;
    }
}

package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A project (v2) of an organization or a person. Changed by {@link ProjectVerbs} only. */
public final class Project {

    private final long id;
    private final int number;
    private final Account owner;
    private final Instant createdAt;
    private final List<ProjectField> fields = new ArrayList<>();
    private final List<ProjectItem> items = new ArrayList<>();
    private String title;
    private Instant updatedAt;
    private Optional<Instant> closedAt = Optional.empty();

    Project(long id, int number, Account owner, String title, Instant createdAt) {
        this.id = id;
        this.number = number;
        this.owner = owner;
        this.title = title;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    public long id() {
        return id;
    }

    public int number() {
        return number;
    }

    public Account owner() {
        return owner;
    }

    public String title() {
        return title;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Optional<Instant> closedAt() {
        return closedAt;
    }

    public List<ProjectField> fields() {
        return fields;
    }

    /** The column of that name, whatever its case. */
    public Optional<ProjectField> field(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public List<ProjectItem> items() {
        return items;
    }

    void rename(String newTitle, Instant at) {
        title = newTitle;
        updatedAt = at;
    }

    void close(Optional<Instant> at) {
        closedAt = at;
    }

    void touch(Instant at) {
        updatedAt = at;
    }
}

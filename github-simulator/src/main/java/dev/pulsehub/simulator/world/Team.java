package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A team of an organization. Changed by {@link PeopleVerbs} only. */
public final class Team {

    private final long id;
    private final Account organization;
    private final Instant createdAt;
    private final Map<Account, String> members = new LinkedHashMap<>();
    private final Map<Long, Permissions.Right> repos = new LinkedHashMap<>();
    private String name;
    private @Nullable Team parent;

    Team(long id, Account organization, String name, @Nullable Team parent, Instant createdAt) {
        this.id = id;
        this.organization = organization;
        this.name = name;
        this.parent = parent;
        this.createdAt = createdAt;
    }

    public long id() {
        return id;
    }

    public Account organization() {
        return organization;
    }

    public String name() {
        return name;
    }

    /** The name as addresses carry it. */
    public String slug() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    public Optional<Team> parent() {
        return Optional.ofNullable(parent);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Each member's role: {@code member} or {@code maintainer}. */
    public Map<Account, String> members() {
        return members;
    }

    /** What the team may do, by the repository's id. */
    public Map<Long, Permissions.Right> repos() {
        return repos;
    }

    void rename(String newName) {
        name = newName;
    }

    void orphan() {
        parent = null;
    }
}

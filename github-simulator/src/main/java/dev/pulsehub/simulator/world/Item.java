package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What issues and pull requests have in common. Changed by {@link World} only. */
public abstract sealed class Item permits Issue, Pull {

    private final Repo repo;
    private final long id;
    private final int number;
    private final Optional<Account> author;
    private final Instant createdAt;
    private final List<Comment> comments = new ArrayList<>(0);
    private final List<Happening> happenings = new ArrayList<>(0);
    private final List<Label> labels = new ArrayList<>(0);
    private final List<Account> assignees = new ArrayList<>(0);
    private String title;
    private Instant updatedAt;
    private @Nullable Instant closedAt;
    private @Nullable Account closedBy;
    private @Nullable Milestone milestone;
    private @Nullable String body;
    private @Nullable String lockReason;
    private boolean locked;
    private boolean unwritten;

    Item(Repo repo, long id, int number, String title, Optional<Account> author, Instant createdAt) {
        this.repo = repo;
        this.id = id;
        this.number = number;
        this.title = title;
        this.author = author;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    public Repo repo() {
        return repo;
    }

    /** REST's {@code id} of an issue or of a pull request; a pull request's entry among the issues has another. */
    public long id() {
        return id;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** Empty when the account is gone. */
    public Optional<Account> author() {
        return Account.ifThere(author);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<Account> closedBy() {
        return Account.ifThere(Optional.ofNullable(closedBy));
    }

    public Optional<Milestone> milestone() {
        return Optional.ofNullable(milestone);
    }

    public Optional<String> body() {
        return unwritten ? repo.prose().map(prose -> prose.body(this)) : Optional.ofNullable(body);
    }

    /** Nobody but collaborators may comment. */
    public boolean locked() {
        return locked;
    }

    /** {@code off-topic}, {@code too heated}, {@code resolved} or {@code spam}. */
    public Optional<String> lockReason() {
        return Optional.ofNullable(lockReason);
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public List<Comment> comments() {
        return comments;
    }

    public List<Happening> happenings() {
        return happenings;
    }

    public List<Label> labels() {
        return labels;
    }

    /** Those who are to do it and still exist. */
    public List<Account> assignees() {
        return assignees.stream().filter(Account::exists).toList();
    }

    List<Account> assigned() {
        return assignees;
    }

    void body(@Nullable String text) {
        body = text;
        unwritten = false;
    }

    /** Its text is what its repository's {@link Prose} writes, until it is edited. */
    void leaveToProse() {
        unwritten = true;
    }

    void lock(boolean isLocked, @Nullable String reason) {
        locked = isLocked;
        lockReason = reason;
    }

    void rename(String newTitle) {
        title = newTitle;
    }

    void touch(Instant at) {
        if (at.isAfter(updatedAt)) {
            updatedAt = at;
        }
    }

    void setUpdatedAt(Instant at) {
        updatedAt = at;
    }

    void close(Instant at, @Nullable Account by) {
        repo.recount(this, () -> {
            closedAt = at;
            closedBy = by;
        });
    }

    void reopen() {
        repo.recount(this, () -> {
            closedAt = null;
            closedBy = null;
        });
    }

    void plan(@Nullable Milestone newMilestone) {
        repo.recount(this, () -> milestone = newMilestone);
    }
}

package dev.pulsehub.simulator.signin;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Repo;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A GitHub App with one account: all its repositories, or some. Changed by {@link Apps} only. Thread-safe. */
public final class Installation {

    private final long id;
    private final GitHubApp app;
    private final Account account;
    private final Instant createdAt;
    private volatile Selection selection;
    private volatile @Nullable Instant suspendedAt;
    private volatile Instant updatedAt;

    Installation(long id, GitHubApp app, Account account, Selection selection, Instant createdAt) {
        this.id = id;
        this.app = app;
        this.account = account;
        this.selection = selection;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /**
     * Which repositories of the account.
     *
     * @param ids of the chosen ones, where not all are
     */
    public record Selection(boolean all, Set<Long> ids) {

        public Selection {
            ids = Set.copyOf(ids);
        }

        public static Selection everything() {
            return new Selection(true, Set.of());
        }

        public static Selection of(Set<Long> ids) {
            return new Selection(false, ids);
        }
    }

    public long id() {
        return id;
    }

    public GitHubApp app() {
        return app;
    }

    public Account account() {
        return account;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Selection selection() {
        return selection;
    }

    /** Since when it may do nothing; empty while it may. */
    public Optional<Instant> suspendedAt() {
        return Optional.ofNullable(suspendedAt);
    }

    public boolean includes(Repo repo) {
        Selection now = selection;
        return repo.owner().equals(account) && (now.all() || now.ids().contains(repo.id()));
    }

    void select(Selection newSelection, Instant at) {
        selection = newSelection;
        updatedAt = at;
    }

    void suspend(@Nullable Instant since, Instant at) {
        suspendedAt = since;
        updatedAt = at;
    }
}

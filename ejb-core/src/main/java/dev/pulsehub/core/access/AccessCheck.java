package dev.pulsehub.core.access;

import dev.pulsehub.core.github.GitHubRefused;
import dev.pulsehub.core.github.GitHubUnavailable;
import dev.pulsehub.core.github.PayloadRejected;
import dev.pulsehub.core.github.PeoplesGitHub;
import dev.pulsehub.core.github.PersonalView;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.grant.GrantStore;
import dev.pulsehub.persistence.grant.StoredGrant;
import dev.pulsehub.persistence.grant.VisibleStore;
import dev.pulsehub.persistence.session.SessionEnd;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Keeps what people may see at what GitHub says to their own tokens: each minute while they are about, and before
 * anything is shown to somebody who comes back. Thread-safe, and any number of processes may check.
 */
public final class AccessCheck {

    private static final System.Logger LOG = System.getLogger(AccessCheck.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(40);
    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 16;
    private static final int MOST_REMEMBERED = 500;

    private final Transactions transactions;
    private final GitHubGrants grants;
    private final PeoplesGitHub github;
    private final Clock clock;
    private final GrantStore store = new GrantStore();
    private final VisibleStore visible = new VisibleStore();
    private final Map<Long, Instant> unanswered = new ConcurrentHashMap<>();
    private final Map<Long, Watched> watched = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Watched> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    public AccessCheck(Transactions transactions, GitHubGrants grants, PeoplesGitHub github, Clock clock) {
        this.transactions = transactions;
        this.grants = grants;
        this.github = github;
        this.clock = clock;
    }

    /** What a person's token showed last; its monitor lets one look at a time. */
    private record Watched(String token, PersonalView view) {}

    /**
     * Asks GitHub what the person may see, unless somebody did in the last minute. When GitHub does not answer, what
     * was known stays.
     */
    public void refresh(long personId) {
        if (isPausing(personId)) {
            return;
        }
        Optional<StoredGrant> grant =
                transactions.call(Caller.writer(), connection -> store.find(connection, personId));
        grant.ifPresent(one -> grants.open(one)
                .ifPresentOrElse(held -> look(held, true).run(), () -> grants.end(one, SessionEnd.GRANT_ENDED)));
    }

    /** GitHub refused the person's token just now: asks again whether that is so. */
    public void doubt(long personId) {
        grants.find(personId).ifPresent(held -> look(held, false).run());
    }

    /**
     * Checks people who are about and were not checked lately; gives the number of people. What fails for one keeps
     * nobody else from being checked: the first failure is thrown when all are done.
     */
    public int refreshDue() {
        List<StoredGrant> due =
                transactions.call(Caller.writer(), connection -> store.claimDue(connection, AT_ONCE, PERIOD));
        List<Future<Runnable>> looks = new ArrayList<>();
        try (ExecutorService lookers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (StoredGrant grant : due) {
                grants.open(grant)
                        .ifPresentOrElse(
                                held -> looks.add(lookers.submit(() -> look(held, false))),
                                () -> grants.end(grant, SessionEnd.GRANT_ENDED));
            }
        } // closed when all have looked
        List<RuntimeException> failures = new ArrayList<>();
        for (Future<Runnable> one : looks) {
            try {
                one.get().run();
            } catch (ExecutionException e) {
                failures.add(new IllegalStateException(e.getCause()));
            } catch (InterruptedException e) {
                throw new AssertionError("all have looked", e);
            } catch (DatabaseFailed e) {
                failures.add(e);
            }
        }
        failures.stream().findFirst().ifPresent(first -> {
            throw first;
        });
        return due.size();
    }

    private boolean isPausing(long personId) {
        Instant until = unanswered.get(personId);
        return until != null && clock.instant().isBefore(until);
    }

    /** Asks GitHub, and gives what is to be stored of the answer; that may be done by another thread. */
    private Runnable look(GitHubGrants.Held held, boolean unlessFresh) {
        StoredGrant grant = held.stored();
        Watched person = watch(grant.personId(), held.token());
        try {
            PersonalView.Seen seen;
            synchronized (person) {
                if (unlessFresh && !isStale(grant.personId())) {
                    return () -> {};
                }
                seen = person.view().look();
            }
            unanswered.remove(grant.personId());
            return seen.self().id() == grant.gitHubId()
                    ? () -> keep(grant, seen)
                    : () -> grants.end(grant, SessionEnd.GRANT_ENDED);
        } catch (GitHubRefused e) {
            LOG.log(System.Logger.Level.INFO, "GitHub refused the token of {0}: {1}", grant.login(), e.status());
            return e.status() == 401 ? () -> grants.end(grant, SessionEnd.GRANT_ENDED) : () -> keepNothing(grant);
        } catch (GitHubUnavailable | PayloadRejected e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "What {0} may see is not known anew: {1}",
                    grant.login(),
                    e.getMessage());
            unanswered.put(grant.personId(), clock.instant().plus(PAUSE));
            return () -> {};
        }
    }

    private boolean isStale(long personId) {
        return transactions.call(Caller.writer(), connection -> store.isStale(connection, personId, FRESH));
    }

    private void keep(StoredGrant grant, PersonalView.Seen seen) {
        transactions.run(Caller.writer(), connection -> {
            visible.replace(connection, grant.personId(), Sight.belongings(seen), Sight.repos(seen));
            store.checked(connection, grant.personId());
        });
    }

    /** The token may not ask where its person belongs. */
    private void keepNothing(StoredGrant grant) {
        transactions.run(Caller.writer(), connection -> {
            visible.forget(connection, grant.personId());
            store.checked(connection, grant.personId());
        });
    }

    private Watched watch(long personId, String token) {
        synchronized (watched) {
            return watched.compute(
                    personId,
                    (id, known) -> known != null && known.token().equals(token)
                            ? known
                            : new Watched(token, new PersonalView(github.as(token))));
        }
    }
}

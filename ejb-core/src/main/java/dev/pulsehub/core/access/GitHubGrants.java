package dev.pulsehub.core.access;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.grant.GrantStore;
import dev.pulsehub.persistence.grant.StoredGrant;
import dev.pulsehub.persistence.grant.VisibleStore;
import dev.pulsehub.persistence.session.SessionEnd;
import dev.pulsehub.persistence.session.SessionStore;
import java.util.List;
import java.util.Optional;

/** People's GitHub tokens: sealed at rest, open only for as long as a question takes. */
public final class GitHubGrants {

    private static final String PURPOSE = "pulse-hub github token v1";

    private final Transactions transactions;
    private final Seal seal;
    private final GrantStore store = new GrantStore();

    /** @param secrets the current {@code AUTH_SECRET}, then the one before it where there is one */
    public GitHubGrants(Transactions transactions, List<String> secrets) {
        this.transactions = transactions;
        this.seal = new Seal(secrets, PURPOSE);
    }

    /** A person's token, open. */
    public record Held(StoredGrant stored, String token) {
        @Override
        public String toString() {
            return "the token of " + stored.login();
        }
    }

    /** The person's token; empty when they gave none, or it was sealed with a secret that is not known any more. */
    public Optional<Held> find(long personId) {
        return transactions
                .call(Caller.writer(), connection -> store.find(connection, personId))
                .flatMap(this::open);
    }

    /** The token; what an earlier secret sealed is sealed anew. */
    Optional<Held> open(StoredGrant grant) {
        Optional<Seal.Opened> opened = seal.open(grant.sealedToken());
        if (opened.isPresent() && !opened.get().current()) {
            String sealed = seal(opened.get().text());
            transactions.run(Caller.writer(), connection -> store.reseal(connection, grant, sealed));
        }
        return opened.map(one -> new Held(grant, one.text()));
    }

    /** Seals anew what an earlier secret sealed, so that it may be forgotten. Idempotent. */
    public void resealAll() {
        transactions.call(Caller.writer(), store::list).forEach(this::open);
    }

    String seal(String token) {
        return seal.seal(token);
    }

    /**
     * The token is of no use any more: without it nobody knows what the person may see, so every session ends and
     * nothing is shown until they sign in again. Nothing happens when the token was replaced meanwhile.
     */
    void end(StoredGrant grant, SessionEnd because) {
        transactions.run(Caller.writer(), connection -> {
            if (store.delete(connection, grant)) {
                new SessionStore().revokeAllOf(connection, grant.personId(), because);
                new VisibleStore().forget(connection, grant.personId());
            }
        });
    }
}

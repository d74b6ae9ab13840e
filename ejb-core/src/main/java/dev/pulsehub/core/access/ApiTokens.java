package dev.pulsehub.core.access;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.session.ApiToken;
import dev.pulsehub.persistence.session.ApiTokenStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Keys that people hand to programs. The key itself is shown once, when it is made. */
@Dependent
public final class ApiTokens {

    /** How every token begins, so that it is recognised where it was left by mistake. */
    public static final String START = "ph_";

    private static final int SECRET_BYTES = 32;
    private static final int SHOWN = START.length() + 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Transactions transactions;
    private final AccessCheck access;
    private final ApiTokenStore store = new ApiTokenStore();

    @Inject
    public ApiTokens(Transactions transactions, AccessCheck access) {
        this.transactions = transactions;
        this.access = access;
    }

    /**
     * Makes a token.
     *
     * @param name 1 to 100 characters
     * @return the token, which cannot be read again; empty when the person does not belong to the organization
     */
    public Optional<String> create(
            long personId, long organizationId, String name, List<String> scopes, Optional<Duration> lifetime) {
        byte[] drawn = new byte[SECRET_BYTES];
        RANDOM.nextBytes(drawn);
        String secret = START + Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        ApiTokenStore.NewToken token =
                new ApiTokenStore.NewToken(name, secret.substring(0, SHOWN), secret, scopes, lifetime);
        boolean added = transactions.call(
                Caller.writer(), connection -> store.add(connection, organizationId, personId, token));
        return added ? Optional.of(secret) : Optional.empty();
    }

    public List<ApiToken> list(long personId, long organizationId) {
        return transactions.call(Caller.writer(), connection -> store.list(connection, personId, organizationId));
    }

    /** Ends a token at once. False when the person has no such token. */
    public boolean revoke(long personId, long id) {
        return transactions.call(Caller.writer(), connection -> store.revoke(connection, personId, id));
    }

    /** Whom a token speaks for; empty when it is unknown, expired, revoked, or its person lost their access. */
    public Optional<Asker> find(String secret) {
        if (!secret.startsWith(START)) {
            return Optional.empty();
        }
        Optional<ApiTokenStore.Holder> holder = findLive(secret);
        if (holder.filter(ApiTokenStore.Holder::accessStale).isPresent()) {
            access.refresh(holder.get().personId());
            holder = findLive(secret);
        }
        return holder.map(one -> new Asker(one.personId(), one.organizationId(), one.login(), one.scopes()));
    }

    private Optional<ApiTokenStore.Holder> findLive(String secret) {
        return transactions.call(Caller.writer(), connection -> {
            Optional<ApiTokenStore.Holder> holder = store.findLive(connection, secret);
            if (holder.isPresent()) {
                store.touch(connection, holder.get().tokenId());
            }
            return holder;
        });
    }
}

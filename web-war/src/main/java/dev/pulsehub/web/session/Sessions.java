package dev.pulsehub.web.session;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.session.LiveSession;
import dev.pulsehub.persistence.session.SessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions as rows: revocable, alive over restarts, the same for every replica. */
@ApplicationScoped
public class Sessions {

    /** How long a session lives. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    @Inject
    private Transactions transactions;

    private final SessionStore store = new SessionStore();

    public void open(long personId, long organizationId, String secret, @Nullable String userAgent) {
        transactions.run(
                Caller.writer(),
                connection -> store.open(connection, personId, organizationId, secret, userAgent, LIFETIME));
    }

    public Optional<SignedIn> find(String secret) {
        return transactions.call(Caller.writer(), connection -> {
            Optional<LiveSession> session = store.findLive(connection, secret);
            if (session.isPresent()) {
                store.touch(connection, session.get().id());
            }
            return session.map(
                    live -> new SignedIn(live.person().login(), live.person().id(), live.organizationId(), live.id()));
        });
    }

    public void revoke(String secret) {
        transactions.run(Caller.writer(), connection -> store.revoke(connection, secret));
    }
}

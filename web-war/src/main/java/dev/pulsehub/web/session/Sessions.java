package dev.pulsehub.web.session;

import dev.pulsehub.core.access.AccessCheck;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.session.LiveSession;
import dev.pulsehub.persistence.session.OpenSession;
import dev.pulsehub.persistence.session.SessionEnd;
import dev.pulsehub.persistence.session.SessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions as rows: revocable, alive over restarts, the same for every replica. */
@ApplicationScoped
public class Sessions {

    /** How long a session lives. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    @Inject
    private Transactions transactions;

    @Inject
    private AccessCheck access;

    private final SessionStore store = new SessionStore();

    public void open(long personId, long organizationId, String secret, @Nullable String userAgent) {
        transactions.run(
                Caller.writer(),
                connection -> store.open(connection, personId, organizationId, secret, userAgent, LIFETIME));
    }

    /** Who shows this secret; what they may see was asked of GitHub a minute ago at most. */
    public Optional<SignedIn> find(String secret) {
        return findLive(secret).map(SignedIn::new);
    }

    private Optional<LiveSession> findLive(String secret) {
        Optional<LiveSession> session = look(secret);
        if (session.filter(LiveSession::accessStale).isPresent()) {
            access.refresh(session.get().person().id());
            session = look(secret);
        }
        return session;
    }

    private Optional<LiveSession> look(String secret) {
        return transactions.call(Caller.writer(), connection -> {
            Optional<LiveSession> session = store.findLive(connection, secret);
            if (session.isPresent()) {
                store.touch(connection, session.get().id());
            }
            return session;
        });
    }

    /** The session, with its whole lifetime before it from now on. */
    public Optional<LiveSession> renew(String secret) {
        Optional<LiveSession> session = findLive(secret);
        session.ifPresent(
                live -> transactions.run(Caller.writer(), connection -> store.extend(connection, live.id(), LIFETIME)));
        return session;
    }

    /** Why whoever shows this secret is signed out; empty when they are not, or it is unknown. */
    public Optional<SessionEnd> findEnd(String secret) {
        return transactions.call(Caller.writer(), connection -> store.findEnd(connection, secret));
    }

    /** Where the person is signed in, most recently used first. */
    public List<OpenSession> list(long personId) {
        return transactions.call(Caller.writer(), connection -> store.list(connection, personId));
    }

    /** Looks at another organization; nothing happens when the person does not belong to it. */
    public void lookAt(long id, long organizationId) {
        transactions.run(Caller.writer(), connection -> store.switchOrganization(connection, id, organizationId));
    }
}

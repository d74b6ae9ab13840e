package dev.pulsehub.web.live;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.work.ChangeNotice;
import dev.pulsehub.persistence.work.ChangeNoticeReader;
import dev.pulsehub.persistence.work.ChangeNoticeStore;
import dev.pulsehub.web.session.SignedIn;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The open pages of this process, and who may hear of which repository. */
@ApplicationScoped
public class LiveHub {

    private static final System.Logger LOG = System.getLogger(LiveHub.class.getName());
    private static final String VISIBLE = """
            select organization_id, github_id
            from pulse.repo
            """;

    private static final String STILL_OPEN = """
            select id
            from pulse.session
            where id = any (?) and revoked_at is null and expires_at > now()
            """;

    @Inject
    private Transactions transactions;

    @Resource
    private ManagedExecutorService executor;

    private final Map<Session, Listener> listeners = new ConcurrentHashMap<>();
    private final ChangeNoticeReader reader = new ChangeNoticeReader(new ChangeNoticeStore(), Clock.systemUTC());

    private record Place(long organizationId, long repoId) {}

    /** One open page: who looks, and what it was told last. */
    private static final class Listener {
        private final SignedIn person;
        private final Set<String> waiting = new TreeSet<>();
        private long toldAtNanos = System.nanoTime() - 10_000_000_000L;

        Listener(SignedIn person) {
            this.person = person;
        }
    }

    void open(Session session, SignedIn person) {
        listeners.put(session, new Listener(person));
    }

    void close(Session session) {
        listeners.remove(session);
    }

    /**
     * A transaction of this process changed these cards of a repository: told at once, by another thread than its own.
     */
    public void changed(long organizationId, long repoId, Set<String> kinds) {
        if (listeners.isEmpty()) {
            return;
        }
        executor.execute(() -> {
            try {
                tellAll(organizationId, repoId, kinds);
            } catch (DatabaseFailed e) {
                LOG.log(System.Logger.Level.DEBUG, "the notice in the database will tell", e);
            }
        });
    }

    private void tellAll(long organizationId, long repoId, Set<String> kinds) {
        Place place = new Place(organizationId, repoId);
        for (Map.Entry<Session, Listener> entry : listeners.entrySet()) {
            if (visible(entry.getValue().person).contains(place)) {
                tell(entry.getKey(), entry.getValue(), kinds);
            }
        }
    }

    /** Tells what other processes changed, what was held back, and ends pages whose session is over. */
    public void readNotices() {
        try {
            for (ChangeNotice notice : transactions.call(Caller.writer(), reader::readNew)) {
                tellAll(notice.organizationId(), notice.repoId(), new HashSet<>(notice.kinds()));
            }
            listeners.forEach((session, listener) -> tell(session, listener, Set.of()));
            endRevoked();
        } catch (DatabaseFailed e) {
            LOG.log(System.Logger.Level.DEBUG, "notices wait for the database", e);
        }
    }

    /** The process stops: pages connect elsewhere. */
    public void goAway() {
        listeners.keySet().forEach(session -> end(session, CloseReason.CloseCodes.GOING_AWAY, "stopping"));
    }

    private Set<Place> visible(SignedIn person) {
        return new HashSet<>(transactions.call(
                Caller.reader(person.personId()),
                connection -> Sql.of(VISIBLE)
                        .list(connection, row -> new Place(row.number("organization_id"), row.number("github_id")))));
    }

    private void endRevoked() {
        if (listeners.isEmpty()) {
            return;
        }
        Long[] ids = listeners.values().stream()
                .map(listener -> listener.person.sessionId())
                .toArray(Long[]::new);
        Set<Long> open = new HashSet<>(transactions.call(
                Caller.writer(),
                connection -> Sql.of(STILL_OPEN, (Object) ids).list(connection, row -> row.number("id"))));
        listeners.forEach((session, listener) -> {
            if (!open.contains(listener.person.sessionId())) {
                end(session, CloseReason.CloseCodes.VIOLATED_POLICY, "signed out");
            }
        });
    }

    /** At once, then at most every two seconds; what came meanwhile is told together. */
    private void tell(Session session, Listener listener, Set<String> kinds) {
        synchronized (listener) {
            listener.waiting.addAll(kinds);
            boolean due = System.nanoTime() - listener.toldAtNanos >= 2_000_000_000L;
            if (listener.waiting.isEmpty() || !due) {
                return;
            }
            String text = Json.createObjectBuilder()
                    .add("kinds", Json.createArrayBuilder(listener.waiting))
                    .build()
                    .toString();
            listener.waiting.clear();
            listener.toldAtNanos = System.nanoTime();
            send(session, text);
        }
    }

    /** A client that left during the handshake is never reported closed: a failing send is how it shows. */
    private void send(Session session, String text) {
        try {
            session.getBasicRemote().sendText(text);
        } catch (IOException | IllegalStateException e) {
            end(session, CloseReason.CloseCodes.UNEXPECTED_CONDITION, "unreachable");
        }
    }

    private void end(Session session, CloseReason.CloseCode code, String reason) {
        listeners.remove(session);
        try {
            session.close(new CloseReason(code, reason));
        } catch (IOException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "a page was gone already", e);
        }
    }
}

package dev.pulsehub.web.live;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.session.SessionStore;
import dev.pulsehub.persistence.work.ChangeNotice;
import dev.pulsehub.persistence.work.ChangeNoticeReader;
import dev.pulsehub.persistence.work.ChangeNoticeStore;
import dev.pulsehub.web.live.RecentChanges.Place;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The open pages of this process, and who may hear of which repository. */
@ApplicationScoped
public class LiveHub {

    private static final System.Logger LOG = System.getLogger(LiveHub.class.getName());
    private static final String EVERYTHING = "all";
    private static final String VISIBLE = """
            select organization_id, github_id
            from pulse.repo
            """;

    @Inject
    private Transactions transactions;

    @Resource
    private ManagedExecutorService executor;

    private final SessionStore sessions = new SessionStore();
    private final Map<Session, Listener> listeners = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();
    private final ChangeNoticeReader reader = new ChangeNoticeReader(new ChangeNoticeStore(), clock);

    private final RecentChanges recent = new RecentChanges();
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile boolean following;

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
     * A page says from when its numbers are, and hears what changed since. Asked after {@link #open}, so that a change
     * is told by one or the other.
     *
     * @param sinceMillis by this server's clock
     */
    void catchUp(Session session, long sinceMillis) {
        Listener listener = listeners.get(session);
        if (listener == null) {
            return;
        }
        Set<String> missed =
                following ? recent.since(sinceMillis, visible(listener.person.personId())) : Set.of(EVERYTHING);
        synchronized (listener) {
            send(session, missed);
        }
    }

    /** This process wrote notices: they are read at once, by another thread than the writer's. */
    public void changed() {
        if (reading.compareAndSet(false, true)) {
            executor.execute(() -> {
                reading.set(false);
                try {
                    readNotices();
                } catch (DatabaseFailed e) {
                    LOG.log(System.Logger.Level.DEBUG, "the next look will tell", e);
                }
            });
        }
    }

    /** Each second: what other processes changed and what was held back; pages whose session is over are ended. */
    public void look() {
        readNotices();
        listeners.forEach((session, listener) -> tell(session, listener, Set.of()));
        endRevoked();
    }

    private synchronized void readNotices() {
        List<ChangeNotice> notices = transactions.call(Caller.writer(), reader::readNew);
        following = true;
        while (!notices.isEmpty()) {
            long now = clock.millis();
            notices.forEach(notice -> recent.heard(place(notice), notice.kinds(), now));
            tellAll(notices);
            notices = transactions.call(Caller.writer(), reader::readNew);
        }
    }

    private void tellAll(List<ChangeNotice> notices) {
        Map<Long, Set<Place>> visible = new HashMap<>();
        listeners.forEach((session, listener) -> {
            Set<Place> places = visible.computeIfAbsent(listener.person.personId(), this::visible);
            Set<String> kinds = notices.stream()
                    .filter(notice -> places.contains(place(notice)))
                    .flatMap(notice -> notice.kinds().stream())
                    .collect(Collectors.toSet());
            tell(session, listener, kinds);
        });
    }

    private static Place place(ChangeNotice notice) {
        return new Place(notice.organizationId(), notice.repoId());
    }

    /** The process stops: pages connect elsewhere. */
    public void goAway() {
        listeners.keySet().forEach(session -> end(session, CloseReason.CloseCodes.GOING_AWAY, "stopping"));
    }

    private Set<Place> visible(long personId) {
        return new HashSet<>(transactions.call(
                Caller.reader(personId),
                connection -> Sql.of(VISIBLE)
                        .list(connection, row -> new Place(row.number("organization_id"), row.number("github_id")))));
    }

    private void endRevoked() {
        if (listeners.isEmpty()) {
            return;
        }
        List<Long> ids = listeners.values().stream()
                .map(listener -> listener.person.sessionId())
                .toList();
        Set<Long> open = transactions.call(Caller.writer(), connection -> sessions.keepOpen(connection, ids));
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
            send(session, listener.waiting);
            listener.waiting.clear();
            listener.toldAtNanos = System.nanoTime();
        }
    }

    /** A client that left during the handshake is never reported closed: a failing send is how it shows. */
    private void send(Session session, Collection<String> kinds) {
        String text = Json.createObjectBuilder()
                .add("kinds", Json.createArrayBuilder(kinds))
                .add("at", clock.millis())
                .build()
                .toString();
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

package dev.pulsehub.persistence.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One replica's place in the change notices: gives each notice exactly once. An id that is skipped belongs to a
 * transaction that has not committed yet (or never will), so it is looked for again for a while. Not thread-safe.
 */
public final class ChangeNoticeReader {

    /** Longer than any transaction that writes notices. */
    static final Duration GAP_PATIENCE = Duration.ofMinutes(5);

    private static final int PAGE = 1_000;
    private static final int GAPS_AT_START = 100;

    private final ChangeNoticeStore store;
    private final Clock clock;
    private final Map<Long, Instant> gaps = new TreeMap<>();
    private long position = -1;

    public ChangeNoticeReader(ChangeNoticeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Notices committed since the last call, by id; the first call finds the place and gives none. */
    public List<ChangeNotice> readNew(Connection connection) throws SQLException {
        if (position < 0) {
            findPlace(connection);
            return List.of();
        }
        Instant now = clock.instant();
        gaps.values().removeIf(seen -> seen.isBefore(now.minus(GAP_PATIENCE)));
        List<ChangeNotice> notices = store.listAfter(connection, position, gaps.keySet(), PAGE);
        for (ChangeNotice notice : notices) {
            advanceTo(notice.id(), now);
        }
        return notices;
    }

    private void findPlace(Connection connection) throws SQLException {
        long last = store.lastId(connection);
        position = Math.max(0, last - GAPS_AT_START);
        Instant now = clock.instant();
        store.listAfter(connection, position, List.of(), PAGE).forEach(notice -> advanceTo(notice.id(), now));
    }

    private void advanceTo(long id, Instant now) {
        gaps.remove(id);
        for (long skipped = position + 1; skipped < id; skipped++) {
            gaps.put(skipped, now);
        }
        position = Math.max(position, id);
    }
}

package dev.pulsehub.persistence.work;

import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Who leads: one holder per name until the term ends. Works through a transaction pooler, unlike a session lock. */
public final class LeaseStore {

    private static final String TAKE = """
            insert into pulse.lease as held (name, holder, held_until)
            values (?, ?, now() + ? * interval '1 second')
            on conflict (name) do update
            set holder = excluded.holder, held_until = excluded.held_until
            where held.held_until < now() or held.holder = excluded.holder
            """;

    private static final String RELEASE = "delete from pulse.lease where name = ? and holder = ?";

    /**
     * Takes a free or ended lease, or renews the own one.
     *
     * @param term how long nobody else gets it, unless it is renewed
     * @return whether the holder leads now
     */
    public boolean take(Connection connection, String name, String holder, Duration term) throws SQLException {
        return Sql.of(TAKE, name, holder, term).update(connection) == 1;
    }

    /** Gives the lease back early; nothing happens when another one holds it. */
    public void release(Connection connection, String name, String holder) throws SQLException {
        Sql.of(RELEASE, name, holder).update(connection);
    }
}

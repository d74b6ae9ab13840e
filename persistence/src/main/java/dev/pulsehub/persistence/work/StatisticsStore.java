package dev.pulsehub.persistence.work;

import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** What PostgreSQL believes about the sizes of our tables; its plans are only as good. */
public final class StatisticsStore {

    private static final String REFRESH = "select pulse.analyze_grown() as tables";

    /** Looks again at each table that grew by half since it was looked at last; says how many there were. */
    public long refresh(Connection connection) throws SQLException {
        return Sql.of(REFRESH).get(connection, row -> row.number("tables"));
    }
}

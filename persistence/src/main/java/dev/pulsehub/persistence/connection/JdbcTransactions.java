package dev.pulsehub.persistence.connection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions outside a container: of tests and tools. */
public final class JdbcTransactions implements Transactions {

    private final DataSource source;

    public JdbcTransactions(DataSource source) {
        this.source = source;
    }

    @Override
    public <T> T call(Caller caller, Work<T> work) {
        try (CurrentCaller.Scope scope = CurrentCaller.as(caller);
                Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFailed("Database transaction failed", e);
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}

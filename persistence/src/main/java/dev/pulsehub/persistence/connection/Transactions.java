package dev.pulsehub.persistence.connection;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The one way to a database connection: a new transaction in somebody's name. Committed when the work returns, rolled
 * back when it throws. The connection must not leave the work.
 */
public interface Transactions {

    /**
     * Runs the work in a transaction of its own.
     *
     * @throws DatabaseFailed when PostgreSQL cannot be reached or refuses a statement; nothing was stored
     */
    <T> T call(Caller caller, Work<T> work);

    /** As {@link #call}, for work without a result. */
    default void run(Caller caller, Action action) {
        call(caller, connection -> {
            action.on(connection);
            return true;
        });
    }

    /** Statements with a result. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Statements without a result. */
    @FunctionalInterface
    interface Action {
        void on(Connection connection) throws SQLException;
    }
}

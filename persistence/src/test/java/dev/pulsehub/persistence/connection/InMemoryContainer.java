package dev.pulsehub.persistence.connection;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * As much of a container as a transaction needs: its connections join the transaction when they are handed out, and are
 * committed with it. Of one thread.
 */
final class InMemoryContainer implements UserTransaction, TransactionSynchronizationRegistry, DataSource {

    private final DataSource physical;
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private final List<Connection> enlisted = new ArrayList<>();
    private int status = Status.STATUS_NO_TRANSACTION;
    private int handedOut;

    InMemoryContainer(DataSource physical) {
        this.physical = physical;
    }

    /** How many handles of the pool were taken so far. */
    int handedOut() {
        return handedOut;
    }

    @Override
    public Connection getConnection() throws SQLException {
        handedOut++;
        Connection connection = physical.getConnection();
        if (status == Status.STATUS_ACTIVE) {
            connection.setAutoCommit(false);
            enlisted.add(connection);
        }
        return connection;
    }

    @Override
    public void begin() throws NotSupportedException {
        if (status != Status.STATUS_NO_TRANSACTION) {
            throw new NotSupportedException("Nested transaction not supported.");
        }
        status = Status.STATUS_ACTIVE;
    }

    @Override
    public void commit() throws RollbackException {
        try {
            for (Connection connection : enlisted) {
                connection.commit();
            }
        } catch (SQLException e) {
            RollbackException rolledBack = new RollbackException("Transaction marked for rollback.");
            rolledBack.initCause(e);
            throw rolledBack;
        } finally {
            end(Status.STATUS_COMMITTED);
        }
    }

    @Override
    public void rollback() {
        try {
            for (Connection connection : enlisted) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            end(Status.STATUS_ROLLEDBACK);
        }
    }

    private void end(int how) {
        status = Status.STATUS_NO_TRANSACTION;
        List.copyOf(synchronizations).forEach(synchronization -> synchronization.afterCompletion(how));
        synchronizations.clear();
        resources.clear();
        enlisted.clear();
    }

    @Override
    public void setRollbackOnly() {
        status = Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public boolean getRollbackOnly() {
        return status == Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public int getTransactionStatus() {
        return status;
    }

    @Override
    public void setTransactionTimeout(int seconds) {}

    @Override
    public @Nullable Object getTransactionKey() {
        return null;
    }

    @Override
    public void putResource(Object key, Object value) {
        resources.put(key, value);
    }

    @Override
    public @Nullable Object getResource(Object key) {
        return resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        synchronizations.add(synchronization);
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public java.util.logging.Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not a wrapper");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}

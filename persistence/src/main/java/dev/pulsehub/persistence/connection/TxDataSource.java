package dev.pulsehub.persistence.connection;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One handle of the pool per transaction, whoever asks for it: EclipseLink and plain SQL share a connection instead of
 * waiting for each other's slot. Closing the handle does nothing; it goes back to the pool when the transaction ends.
 */
public final class TxDataSource implements DataSource {

    private static final Set<String> OWNED_BY_THE_TRANSACTION = Set.of("commit", "rollback", "setAutoCommit");

    /** Where the product's pool is found, by EclipseLink and by plain SQL. */
    public static final String PULSE = "java:app/jdbc/pulse";

    private final HandleOf handle;
    private final DataSource pool;
    private final TransactionSynchronizationRegistry registry;

    /** @param name of the pool: data sources of the same name share the transaction's handle */
    public TxDataSource(String name, DataSource pool, TransactionSynchronizationRegistry registry) {
        this.handle = new HandleOf(name);
        this.pool = pool;
        this.registry = registry;
    }

    /** Under which the transaction keeps the handle. */
    private record HandleOf(String pool) {}

    @Override
    public Connection getConnection() throws SQLException {
        if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return pool.getConnection(); // the guard below lets nothing but metadata through
        }
        Object held = registry.getResource(handle);
        if (held instanceof Connection connection) {
            return connection;
        }
        Connection real = pool.getConnection();
        registry.registerInterposedSynchronization(closeAfterwards(real));
        Connection shared = shared(real);
        registry.putResource(handle, shared);
        return shared;
    }

    private static Connection shared(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                TxDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if ("close".equals(method.getName())) {
                        return null;
                    }
                    if (OWNED_BY_THE_TRANSACTION.contains(method.getName())) {
                        throw new SQLException(method.getName() + " belongs to the transaction", "25000");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private static Synchronization closeAfterwards(Connection real) {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                try {
                    real.close();
                } catch (SQLException e) {
                    System.getLogger(TxDataSource.class.getName())
                            .log(System.Logger.Level.WARNING, "A connection could not be given back", e);
                }
            }
        };
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
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}

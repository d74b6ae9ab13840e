package dev.pulsehub.persistence.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A physical connection that speaks only inside a transaction and only in a caller's name: the first statement of every
 * transaction sets role and person, in one round trip. It sits below the pool, so nothing gets around it but what
 * {@code unwrap(PGConnection.class)} and {@code ResultSet.getStatement()} return; behind these two stands only the
 * login's default role, which may do nothing.
 */
final class ConnectionGuard implements InvocationHandler {

    private static final Set<String> SPEAKS =
            Set.of("createStatement", "prepareStatement", "prepareCall", "unwrap", "setSavepoint", "nativeSQL");
    private static final long FRESH_NANOS = 10_000_000_000L;

    private final Connection real;
    private @Nullable Caller claimed;
    private long usedAt = System.nanoTime();

    private ConnectionGuard(Connection real) {
        this.real = real;
    }

    static Connection around(Connection real) {
        return proxy(Connection.class, new ConnectionGuard(real));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if ("isValid".equals(name)) {
            return isValid((Integer) first(arguments));
        }
        if (SPEAKS.contains(name)) {
            claim();
        }
        boolean ends = endsTransaction(name, arguments);
        Object result = call(real, method, arguments);
        if (ends) {
            claimed = null;
        }
        Connection guarded = (Connection) proxy;
        return switch (result) {
            case CallableStatement statement -> proxy(CallableStatement.class, new Speaker(statement, guarded));
            case PreparedStatement statement -> proxy(PreparedStatement.class, new Speaker(statement, guarded));
            case Statement statement -> proxy(Statement.class, new Speaker(statement, guarded));
            case DatabaseMetaData metaData -> proxy(DatabaseMetaData.class, new Bystander(metaData, guarded));
            case null, default -> result;
        };
    }

    /** Rolling back to a savepoint and setting autocommit to what it is leave the transaction and its caller alone. */
    private boolean endsTransaction(String name, Object @Nullable [] arguments) throws SQLException {
        return switch (name) {
            case "commit" -> true;
            case "rollback" -> arguments == null || arguments.length == 0;
            case "setAutoCommit" -> real.getAutoCommit() != (Boolean) first(arguments);
            default -> false;
        };
    }

    /** Says who is asking, once per transaction. */
    private void claim() throws SQLException {
        if (real.getAutoCommit()) {
            throw new SQLException("no transaction: statement refused", "25P01");
        }
        Caller now = CurrentCaller.get();
        if (claimed != null) {
            if (!claimed.equals(now)) {
                throw new SQLException("caller changed inside a transaction", "25001");
            }
            return;
        }
        try (PreparedStatement statement =
                real.prepareStatement("select set_config('role', ?, true), set_config('app.person_id', ?, true)")) {
            statement.setString(1, now.role().databaseName());
            statement.setString(
                    2, now.personId().isPresent() ? Long.toString(now.personId().getAsLong()) : "");
            statement.execute();
        }
        claimed = now;
        usedAt = System.nanoTime();
    }

    /** A connection used just now is taken for alive, which saves the pool a round trip on every borrow. */
    private boolean isValid(int timeoutSeconds) throws SQLException {
        if (real.isClosed()) {
            return false;
        }
        if (System.nanoTime() - usedAt < FRESH_NANOS) {
            return true;
        }
        boolean alive = real.isValid(timeoutSeconds);
        usedAt = System.nanoTime();
        return alive;
    }

    private static Object first(Object @Nullable [] arguments) {
        if (arguments == null || arguments.length == 0) {
            throw new IllegalArgumentException("an argument is needed");
        }
        return arguments[0];
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ConnectionGuard.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** A statement; one kept over a commit must say again who is asking. */
    private final class Speaker implements InvocationHandler {

        private final Statement statement;
        private final Connection guarded;

        Speaker(Statement statement, Connection guarded) {
            this.statement = statement;
            this.guarded = guarded;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if ("getConnection".equals(method.getName())) {
                return guarded;
            }
            if (method.getName().startsWith("execute")) {
                claim();
            }
            return call(statement, method, arguments);
        }
    }

    /** Metadata, which needs no caller but must not hand out the real connection. */
    private record Bystander(DatabaseMetaData metaData, Connection guarded) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if ("getConnection".equals(method.getName())) {
                return guarded;
            }
            return call(metaData, method, arguments);
        }
    }
}

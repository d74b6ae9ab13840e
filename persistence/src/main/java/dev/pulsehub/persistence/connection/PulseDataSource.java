package dev.pulsehub.persistence.connection;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Guarded connections to {@code POSTGRES_URL}; the class a server's pool stands on. */
public class PulseDataSource extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;
    private static final int CONNECT_SECONDS = 5;

    /** For a container's pool: the address comes from the environment. */
    public PulseDataSource() {
        this(PostgresUrl.parse(required(System.getenv("POSTGRES_URL"))));
    }

    /** For tests, tools and everything outside a container. */
    public PulseDataSource(PostgresUrl url) {
        setURL(url.jdbc());
        setUser(url.user());
        setPassword(url.password());
        setConnectTimeout(CONNECT_SECONDS);
        setApplicationName("pulse-hub");
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ConnectionGuard.around(super.getConnection());
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return ConnectionGuard.around(super.getConnection(user, password));
    }

    private static String required(@Nullable String url) {
        if (url == null || url.isBlank()) {
            throw new IllegalArgumentException("POSTGRES_URL is not set");
        }
        return url;
    }
}

package dev.pulsehub.persistence.access;

import dev.pulsehub.persistence.HostedDatabase;
import dev.pulsehub.persistence.PgBouncer;
import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.TwoOrganizations;
import dev.pulsehub.persistence.connection.JdbcTransactions;
import dev.pulsehub.persistence.connection.PostgresUrl;
import dev.pulsehub.persistence.connection.PulseDataSource;
import dev.pulsehub.persistence.connection.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** One of the ways the product's login reaches a database with two organizations. */
enum Route {
    DIRECT {
        @Override
        PostgresUrl open() {
            return TestDatabase.fresh().application();
        }
    },
    THROUGH_PGBOUNCER {
        @Override
        PostgresUrl open() {
            Assumptions.assumeTrue(PgBouncer.isInstalled(), PgBouncer.HOW_TO_INSTALL);
            PgBouncer pooler = PgBouncer.before(TestDatabase.fresh().application());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(pooler)));
            return pooler.url();
        }
    },
    /** One login for everything, which bypasses row level security: what a hosted database gives. */
    AS_OWNER_WITH_BYPASSRLS {
        @Override
        PostgresUrl open() throws SQLException {
            return HostedDatabase.create("hosted");
        }
    };

    private @Nullable Opened opened;

    /** What is known once the database is made and filled. */
    private record Opened(PostgresUrl url, TwoOrganizations tenants) {}

    abstract PostgresUrl open() throws SQLException;

    private synchronized Opened opened() throws SQLException {
        if (opened != null) {
            return opened;
        }
        PostgresUrl url = open();
        Opened fresh = new Opened(url, TwoOrganizations.in(new JdbcTransactions(new PulseDataSource(url))));
        opened = fresh;
        return fresh;
    }

    TwoOrganizations tenants() throws SQLException {
        return opened().tenants();
    }

    Transactions transactions() throws SQLException {
        return new JdbcTransactions(new PulseDataSource(opened().url()));
    }

    /** A connection as any other program would open it: no guard, autocommit. */
    Connection withoutGuard() throws SQLException {
        return plain(opened().url());
    }

    private static Connection plain(PostgresUrl address) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.jdbc());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source.getConnection();
    }

    private static void stop(PgBouncer pooler) {
        try {
            pooler.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.pulsehub.persistence;

import dev.pulsehub.persistence.connection.JdbcTransactions;
import dev.pulsehub.persistence.connection.PostgresUrl;
import dev.pulsehub.persistence.connection.PulseDataSource;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.schema.SchemaMigration;
import dev.pulsehub.postgres.DatabaseUrls;
import dev.pulsehub.postgres.TestPostgres;

/**
 * A migrated database nobody else uses.
 *
 * @param owner address of the login that owns the schema
 * @param application address of the product's login
 */
public record TestDatabase(PostgresUrl owner, PostgresUrl application) {

    public static TestDatabase fresh() {
        DatabaseUrls urls = TestPostgres.freshDatabase("pulse", TestDatabase::migrate);
        return new TestDatabase(PostgresUrl.parse(urls.owner()), PostgresUrl.parse(urls.application()));
    }

    public Transactions transactions() {
        return new JdbcTransactions(new PulseDataSource(application));
    }

    private static void migrate(DatabaseUrls urls) {
        PostgresUrl application = PostgresUrl.parse(urls.application());
        new SchemaMigration(PostgresUrl.parse(urls.owner()), application.user()).run();
    }
}

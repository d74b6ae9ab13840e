package dev.pulsehub.persistence.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import dev.pulsehub.persistence.connection.PostgresUrl;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.postgres.DatabaseUrls;
import dev.pulsehub.postgres.EmbeddedPostgres;
import dev.pulsehub.postgres.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaMigrationIT {

    private static final String STATE = "select string_agg(version || checksum, ',' order by installed_rank) as state"
            + " from flyway.flyway_schema_history";

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void a_second_run_changes_nothing() throws SQLException {
        String before = asOwner(STATE);

        migrate(database);

        assertThat(asOwner(STATE)).isEqualTo(before);
    }

    @Test
    void a_job_of_its_own_migrates_and_says_how_it_went() throws SQLException {
        DatabaseUrls urls = TestPostgres.server().createDatabase("job");
        Map<String, String> environment =
                Map.of("POSTGRES_URL", urls.application(), "POSTGRES_MIGRATION_URL", urls.owner());
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int code = Main.migrate(environment, new PrintStream(said, true, UTF_8), System.err);

        assertThat(code).isZero();
        assertThat(said.toString(UTF_8))
                .contains("is at the schema of this build")
                .doesNotContain(PostgresUrl.parse(urls.owner()).password());
        try (Connection owner = connect(PostgresUrl.parse(urls.owner()))) {
            assertThat(ask(owner, "select to_regclass('pulse.issue')::text as state"))
                    .isEqualTo("pulse.issue");
        }
    }

    @Test
    void a_job_that_cannot_migrate_says_why_and_fails() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(said, true, UTF_8);

        assertThat(Main.migrate(Map.of(), System.out, err)).isEqualTo(78);
        assertThat(Main.migrate(Map.of("POSTGRES_URL", "postgresql://a:hidden@localhost:1/x"), System.out, err))
                .isEqualTo(1);
        assertThat(said.toString(UTF_8))
                .contains("POSTGRES_URL is not a PostgreSQL address", "Cannot reach the database")
                .doesNotContain("hidden");
    }

    @Test
    void an_edited_migration_stops_the_start() throws SQLException {
        try (Connection owner = connect(database.owner())) {
            owner.createStatement()
                    .execute("update flyway.flyway_schema_history set checksum = 1 where version = '2026.11.24.1302'");
        }

        assertThatThrownBy(() -> migrate(database))
                .isInstanceOf(SchemaNotMigrated.class)
                .hasMessageContaining("2026.11.24.1302")
                .hasMessageContaining("checksum");
    }

    @Test
    void without_a_caller_every_statement_is_refused() {
        assertThatThrownBy(() -> database.transactions()
                        .run(
                                Caller.none(),
                                connection -> connection.createStatement().execute("select count(*) from pulse.issue")))
                .isInstanceOf(DatabaseFailed.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_applications_login_has_no_right_of_its_own() throws SQLException {
        assertThat(asOwner("""
                        select string_agg(m.roleid::regrole || ' ' || m.inherit_option, ', ' order by 1) as state
                        from pg_auth_members m where m.member = 'pulse_app'::regrole
                        """)).isEqualTo("pulse_none false, pulse_reader false, pulse_writer false");
        try (Connection application = connect(database.application())) {
            assertThat(ask(application, "select session_user || ' as ' || current_user as state"))
                    .isEqualTo("pulse_app as pulse_none");
        }
    }

    @Test
    void one_login_may_be_owner_and_application() throws SQLException {
        EmbeddedPostgres server = TestPostgres.server();
        DatabaseUrls urls = server.createDatabase("one_login");

        for (int start = 0; start < 2; start++) {
            SchemaMigration.of(Map.of("POSTGRES_URL", urls.owner())).run();
        }

        try (Connection login = connect(PostgresUrl.parse(urls.owner()))) {
            assertThat(ask(login, "select current_user as state")).isEqualTo("pulse_none");
        }
    }

    @Test
    void the_environment_names_both_addresses() {
        DatabaseUrls urls = TestPostgres.server().createDatabase("two_logins");

        assertThatCode(() -> SchemaMigration.of(
                                Map.of("POSTGRES_URL", urls.application(), "POSTGRES_MIGRATION_URL", urls.owner()))
                        .run())
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaMigration.of(Map.of()))
                .withMessageContaining("POSTGRES_URL is not a PostgreSQL address");
    }

    @Test
    void a_login_that_may_not_create_roles_is_told_what_it_needs(@TempDir Path directory) throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .dataDirectory(directory.resolve("data"))
                .start()) {
            PostgresUrl owner = PostgresUrl.parse(server.createDatabase("pulse").owner());
            alterAsAdmin(server, "alter role pulse_owner nocreaterole");
            assertThatThrownBy(() -> new SchemaMigration(owner, "pulse_app").run())
                    .isInstanceOf(SchemaNotMigrated.class)
                    .hasMessageContaining("alter role \"pulse_owner\" createrole")
                    .hasMessageNotContaining(owner.password());

            for (String role : List.of("pulse_none", "pulse_reader", "pulse_writer", "pulse_bi")) {
                alterAsAdmin(server, "create role " + role + " nologin");
            }
            assertThatThrownBy(() -> new SchemaMigration(owner, "pulse_app").run())
                    .isInstanceOf(SchemaNotMigrated.class)
                    .hasMessageContaining("with admin option");
        }
    }

    @Test
    void an_old_server_is_refused() {
        assertThatCode(() -> SchemaMigration.refuseOlder(15)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SchemaMigration.refuseOlder(14))
                .isInstanceOf(SchemaNotMigrated.class)
                .hasMessage("PostgreSQL 15 or newer is needed; this server is 14");
    }

    @Test
    void an_unreachable_database_is_named_without_its_password() {
        PostgresUrl nowhere = PostgresUrl.parse("postgresql://someone:geheim@localhost:1/pulse");

        assertThatThrownBy(() -> new SchemaMigration(nowhere, "someone").run())
                .isInstanceOf(SchemaNotMigrated.class)
                .hasMessageContaining("Cannot reach the database postgresql://someone:***@localhost:1/pulse");
    }

    private static void migrate(TestDatabase database) {
        new SchemaMigration(database.owner(), database.application().user()).run();
    }

    private String asOwner(String sql) throws SQLException {
        try (Connection owner = connect(database.owner())) {
            return ask(owner, sql);
        }
    }

    private static void alterAsAdmin(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection admin = connect(PostgresUrl.parse(server.adminUrl()))) {
            admin.createStatement().execute(sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        return Sql.of(sql).get(connection, row -> row.text("state"));
    }

    private static Connection connect(PostgresUrl url) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url.jdbc());
        source.setUser(url.user());
        source.setPassword(url.password());
        return source.getConnection();
    }
}

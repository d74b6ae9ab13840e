package dev.pulsehub.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.TwoOrganizations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What {@code pulse_bi}, the login of Superset's datasets, can do: read reports. */
class AnalystRoleIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void fill() throws SQLException {
        TwoOrganizations.in(DATABASE.transactions());
        try (Connection owner =
                connect(DATABASE.owner().user(), DATABASE.owner().password())) {
            owner.createStatement().execute("alter role pulse_bi password 'of this test'");
            owner.createStatement().execute("grant connect on database " + owner.getCatalog() + " to pulse_bi");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repo",
                "contribution",
                "issue_flow",
                "issue",
                "issue_label",
                "pull_request_flow",
                "pull_request",
                "review",
                "commit_daily",
                "workflow_run",
                "repo_day",
                "organization"
            })
    void it_reads_the_reports(String view) throws SQLException {
        assertThat(list("select organization_id from report." + view)).isNotNull();
    }

    @Test
    void it_sees_the_rows_of_all_so_that_others_must_choose() throws SQLException {
        assertThat(list("select distinct organization_id from report.issue")).hasSize(2);
    }

    @Test
    void it_reads_only_what_a_report_shows() throws SQLException {
        assertThat(list("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'pulse'::regnamespace and c.relkind in ('r', 'p')
                          and has_any_column_privilege('pulse_bi', c.oid, 'select')
                        """))
                .contains("issue", "pull_request", "account", "organization")
                .doesNotContain(
                        "session",
                        "person",
                        "repo_access",
                        "webhook_delivery",
                        "sync_job",
                        "membership",
                        "github_grant");
        assertThat(list("""
                        select attname from pg_attribute
                        where attrelid = 'pulse.account'::regclass and attnum > 0
                          and has_column_privilege('pulse_bi', attrelid, attnum, 'select')
                        """)).containsExactlyInAnyOrder("organization_id", "github_id", "login", "is_bot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select secret_hash from pulse.session",
                "select payload from pulse.webhook_delivery",
                "select avatar_url from pulse.account",
                "select * from report.sync_failure",
                "insert into pulse.label values (1, 1, 'x', 'ffffff')",
                "update pulse.repo set name = 'x'",
                "set role pulse_writer",
                "set role pulse_reader",
                "create table report.x ()",
                "select pulse.analyze_grown()",
                "select pg_read_file('PG_VERSION')"
            })
    void it_may_do_nothing_else(String statement) {
        assertThatThrownBy(() -> list("begin read write; " + statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void it_writes_nothing_and_does_not_last() throws SQLException {
        assertThat(list("""
                        select current_setting('default_transaction_read_only') || ' '
                            || current_setting('statement_timeout') || ' ' || current_setting('timezone')
                        """)).containsExactly("on 15s UTC");
    }

    private static List<String> list(String query) throws SQLException {
        try (Connection analyst = connect("pulse_bi", "of this test")) {
            List<String> found = new ArrayList<>();
            var statement = analyst.createStatement();
            boolean rows = statement.execute(query);
            while (!rows && statement.getUpdateCount() != -1) {
                rows = statement.getMoreResults();
            }
            if (rows) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        found.add(result.getString(1));
                    }
                }
            }
            return found;
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(DATABASE.owner().jdbc());
        source.setUser(user);
        source.setPassword(password);
        return source.getConnection();
    }
}

package dev.pulsehub.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulsehub.persistence.TwoOrganizations;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TenantSeparationIT {

    /** Every table and view of ours, and the columns by which its rows belong to a tenant and a repository. */
    private static final String RELATIONS = """
            select format('%I.%I', n.nspname, c.relname) as name,
                   case when n.nspname = 'pulse' and c.relname = 'organization' then 'id' else (
                       select a.attname::text from pg_attribute a
                       where a.attrelid = c.oid and a.attname = 'organization_id') end as organization_column,
                   case when n.nspname = 'pulse' and c.relname = 'repo' then 'github_id' else (
                       select a.attname::text from pg_attribute a
                       where a.attrelid = c.oid and a.attname in ('repo_id', 'repository_id')) end as repo_column
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('pulse', 'report') and c.relkind in ('r', 'p', 'v', 'm', 'f')
            order by 1
            """;

    private record Relation(String name, Optional<String> organization, Optional<String> repo) {

        boolean isTenantOwned() {
            return organization.isPresent();
        }

        /** How many rows of a tenant the caller sees; empty when PostgreSQL denies them. */
        OptionalLong rowsOf(Route route, Caller caller, long tenant) throws SQLException {
            return count(route, caller, "%s = %d".formatted(organization.orElseThrow(), tenant));
        }

        OptionalLong count(Route route, Caller caller, String condition) throws SQLException {
            try {
                return OptionalLong.of(route.transactions()
                        .call(caller, connection -> TenantSeparationIT.count(connection, name, condition)));
            } catch (DatabaseFailed e) {
                assertThat(e).hasMessageContaining("permission denied");
                return OptionalLong.empty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_a_caller_no_table_gives_a_row(Route route) throws SQLException {
        for (Relation relation : relations(route)) {
            assertThat(relation.count(route, Caller.none(), "true"))
                    .as(relation.name())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_the_guard_no_table_gives_a_row_either(Route route) throws SQLException {
        List<Relation> relations = relations(route);
        try (Connection connection = route.withoutGuard()) {
            for (Relation relation : relations) {
                assertThatThrownBy(() -> count(connection, relation.name(), "true"))
                        .as(relation.name())
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_who_does_not_say_who_they_are_sees_nothing(Route route) throws SQLException {
        Caller nameless = new Caller(Caller.Role.READER, OptionalLong.empty());
        for (Relation relation : relations(route)) {
            assertThat(relation.count(route, nameless, "true").orElse(0))
                    .as(relation.name())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_person_sees_no_row_of_another_organization(Route route) throws SQLException {
        for (Relation relation : tenantOwned(route)) {
            assertThat(relation.rowsOf(
                                    route,
                                    Caller.reader(route.tenants().alice()),
                                    route.tenants().globex())
                            .orElse(0))
                    .as("Alice in %s", relation.name())
                    .isZero();
            assertThat(relation.rowsOf(
                                    route,
                                    Caller.reader(route.tenants().bob()),
                                    route.tenants().acme())
                            .orElse(0))
                    .as("Bob in %s", relation.name())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_person_sees_no_row_of_a_repository_github_does_not_show_them(Route route) throws SQLException {
        for (Relation relation : tenantOwned(route)) {
            if (relation.repo().isPresent()) {
                String secret = relation.repo().get() + " = " + TwoOrganizations.SECRET_REPO;
                assertThat(relation.count(route, Caller.reader(route.tenants().alice()), secret)
                                .orElse(0))
                        .as(relation.name())
                        .isZero();
            }
        }
    }

    /** Without it, a policy that hides everything would pass all of the above. */
    @ParameterizedTest
    @EnumSource
    void a_person_sees_the_rows_of_their_own_organization(Route route) throws SQLException {
        for (Relation relation : tenantOwned(route)) {
            OptionalLong own = relation.rowsOf(
                    route,
                    Caller.reader(route.tenants().alice()),
                    route.tenants().acme());
            if (own.isPresent()) {
                assertThat(own.getAsLong()).as(relation.name()).isPositive();
            }
        }
        assertThat(issues(route, Caller.reader(route.tenants().alice()))).hasValue(1);
        assertThat(issues(route, Caller.reader(route.tenants().bob()))).hasValue(2);
    }

    /** A table without fixture rows proves nothing above: add it to {@link TwoOrganizations}. */
    @ParameterizedTest
    @EnumSource
    void every_tenant_owned_table_has_rows_of_both_organizations(Route route) throws SQLException {
        for (Relation relation : tenantOwned(route)) {
            for (long tenant :
                    new long[] {route.tenants().acme(), route.tenants().globex()}) {
                assertThat(relation.rowsOf(route, Caller.writer(), tenant).orElse(0))
                        .as("%s of %d", relation.name(), tenant)
                        .isPositive();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_writes_nothing(Route route) throws SQLException {
        for (Relation relation : relations(route)) {
            assertThatThrownBy(() -> route.transactions()
                            .call(
                                    Caller.reader(route.tenants().alice()),
                                    connection -> Sql.of("delete from " + relation.name())
                                            .update(connection)))
                    .as(relation.name())
                    .isInstanceOf(DatabaseFailed.class);
        }
        assertThat(issues(route, Caller.writer())).hasValue(4);
    }

    @ParameterizedTest
    @EnumSource
    void a_caller_is_forgotten_when_the_transaction_ends(Route route) throws SQLException {
        for (int transaction = 0; transaction < 20; transaction++) {
            assertThat(issues(route, Caller.reader(route.tenants().alice()))).hasValue(1);
            assertThat(issues(route, Caller.none())).isEmpty();
            assertThat(issues(route, Caller.reader(route.tenants().bob()))).hasValue(2);
        }
    }

    /** Why the login's default role is needed beside the guard: this is what it would otherwise read. */
    @Test
    void a_login_that_bypasses_reads_everything_once_it_leaves_its_default_role() throws SQLException {
        try (Connection connection = Route.AS_OWNER_WITH_BYPASSRLS.withoutGuard()) {
            connection.createStatement().execute("set role none");

            assertThat(count(connection, "pulse.issue", "true")).isEqualTo(4);
        }
    }

    private static OptionalLong issues(Route route, Caller caller) throws SQLException {
        return new Relation("pulse.issue", Optional.empty(), Optional.empty()).count(route, caller, "true");
    }

    private static List<Relation> tenantOwned(Route route) throws SQLException {
        List<Relation> owned =
                relations(route).stream().filter(Relation::isTenantOwned).toList();
        assertThat(owned).hasSizeGreaterThan(20);
        return owned;
    }

    private static List<Relation> relations(Route route) throws SQLException {
        return route.transactions()
                .call(
                        Caller.none(),
                        connection -> Sql.of(RELATIONS)
                                .list(
                                        connection,
                                        row -> new Relation(
                                                row.text("name"),
                                                row.findText("organization_column"),
                                                row.findText("repo_column"))));
    }

    private static long count(Connection connection, String relation, String condition) throws SQLException {
        return Sql.of("select count(*) as n from " + relation + " where " + condition)
                .get(connection, row -> row.number("n"));
    }
}

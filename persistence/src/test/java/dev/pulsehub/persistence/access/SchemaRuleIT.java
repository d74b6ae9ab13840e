package dev.pulsehub.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaRuleIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @ParameterizedTest
    @EnumSource
    void the_schema_keeps(SchemaRule rule) throws SQLException {
        try (Connection owner = owner()) {
            assertThat(breaches(owner, rule)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_breach_is_reported(SchemaRule rule) throws SQLException {
        try (Connection owner = owner()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute(rule.breakage());

            assertThat(breaches(owner, rule)).isNotEmpty();

            owner.rollback();
        }
    }

    private static List<String> breaches(Connection owner, SchemaRule rule) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = owner.createStatement().executeQuery(rule.breaches())) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static Connection owner() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(DATABASE.owner().jdbc());
        source.setUser(DATABASE.owner().user());
        source.setPassword(DATABASE.owner().password());
        return source.getConnection();
    }
}

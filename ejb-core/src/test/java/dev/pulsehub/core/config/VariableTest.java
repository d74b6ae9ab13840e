package dev.pulsehub.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulsehub.persistence.connection.PostgresUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableTest {

    @ParameterizedTest
    @EnumSource
    void a_preset_and_an_example_have_the_right_form(Variable variable) {
        assertThat(variable.preset().filter(text -> !variable.format().accepts(text)))
                .isEmpty();
        assertThat(variable.example()
                        .filter(text ->
                                !text.contains("<") && !variable.format().accepts(text)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void somebody_reads_it_and_it_says_why(Variable variable) {
        assertThat(variable.readers()).isNotEmpty();
        assertThat(variable.meaning()).isNotBlank().doesNotContain("|", "\n").doesNotEndWith(".");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_needed_when_deployed_has_an_example(Variable variable) {
        boolean wanted = variable.need() == Need.ALWAYS
                || variable.need() == Need.DEPLOYED
                || variable.need() == Need.UNLESS_SINGLE_USER;

        assertThat(wanted && variable.example().isEmpty()).isFalse();
    }

    @Test
    void no_two_variables_share_a_name() {
        List<String> names = Arrays.stream(Variable.values())
                .flatMap(one -> Stream.concat(Stream.of(one.name()), one.alias().stream()))
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void a_process_may_only_read_what_the_catalogue_says_it_reads() {
        Environment mcp = new Environment(Deployable.MCP, Map.of());

        assertThatThrownBy(() -> mcp.find(Variable.AUTH_URL)).hasMessageContaining("AUTH_URL is not read by MCP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://a:b@localhost/pulse",
                "postgres://postgres.abc:p%40ss@aws-0-us-east-1.pooler.supabase.com:6543/postgres",
                "postgresql://a:b@db:5432/pulse?sslmode=require&prepareThreshold=0",
                "postgresql://a@db/pulse"
            })
    void addresses_of_databases_that_can_be_read_are_accepted(String text) {
        assertThat(PostgresUrl.parse(text).database()).isNotEmpty();
        assertThat(Format.DATABASE.accepts(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "jdbc:postgresql://a:b@db/pulse",
                "postgresql://db/pulse",
                "postgresql://a:b@db",
                "postgresql://a:b@db/",
                "postgresql://a:p@ss@db/pulse",
                "postgresql://a:p ss@db/pulse",
                "postgresql://a:p#ss@db/pulse"
            })
    void addresses_of_databases_that_cannot_be_read_are_refused(String text) {
        assertThatThrownBy(() -> PostgresUrl.parse(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Format.DATABASE.accepts(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "80", "8080", "9999", "10000", "59999", "65535"})
    void ports_are_accepted(String text) {
        assertThat(Format.PORT.accepts(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "080", "65536", "70000", "http", "-1"})
    void what_is_no_port_is_refused(String text) {
        assertThat(Format.PORT.accepts(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000/",
                "https://pulse.example.com",
                "https://ghe.example.com/api/v3",
                "http://pulse-hub-mcp:8080",
                "http://[::1]:3000"
            })
    void addresses_are_accepted(String text) {
        assertThat(Format.ADDRESS.accepts(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mcp:8080", "ftp://host", "https://", "https://a b", "https://host/?q=1", "http://host:/"})
    void what_is_no_address_is_refused(String text) {
        assertThat(Format.ADDRESS.accepts(text)).isFalse();
    }
}

package dev.pulsehub.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresUrlTest {

    @Test
    void an_address_is_taken_apart_and_percent_decoded() {
        PostgresUrl url = PostgresUrl.parse(
                "postgresql://postgres.ref:p%40ss%2Fw+rd%25@db.example.com:6543/pulse?sslmode=require");

        assertThat(url.host()).isEqualTo("db.example.com");
        assertThat(url.port()).isEqualTo(6543);
        assertThat(url.database()).isEqualTo("pulse");
        assertThat(url.user()).isEqualTo("postgres.ref");
        assertThat(url.password()).isEqualTo("p@ss/w+rd%");
        assertThat(url.parameters()).containsEntry("sslmode", "require").containsEntry("prepareThreshold", "0");
        assertThat(url.jdbc())
                .startsWith("jdbc:postgresql://db.example.com:6543/pulse?")
                .doesNotContain("p@ss");
    }

    @Test
    void the_port_has_a_default_and_a_given_threshold_is_kept() {
        PostgresUrl url = PostgresUrl.parse("postgres://u:p@h/d?prepareThreshold=5");

        assertThat(url.port()).isEqualTo(5432);
        assertThat(url.parameters()).containsEntry("prepareThreshold", "5");
    }

    @Test
    void the_password_is_never_shown() {
        assertThat(PostgresUrl.parse("postgresql://u:geheim@h/d")).hasToString("postgresql://u:***@h:5432/d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:postgresql://u:geheim@h/d",
                "postgresql://u:geheim@h",
                "postgresql://u:geheim@h/",
                "postgresql://h/d",
                "postgresql://u:geheim@@h/d",
                "postgresql://u:geheim%@h/d",
                "postgresql:///d"
            })
    void a_malformed_address_is_refused_without_showing_the_password(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresUrl.parse(text))
                .withMessageContaining("postgresql://user:password@host:port/database")
                .withMessageNotContaining("geheim");
    }
}

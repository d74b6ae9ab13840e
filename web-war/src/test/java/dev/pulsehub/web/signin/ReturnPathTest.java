package dev.pulsehub.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @Test
    void leads_back_to_the_page_that_was_wanted() {
        assertThat(ReturnPath.checked("/app/pulls?state=OPEN")).isEqualTo("/app/pulls?state=OPEN");
        assertThat(ReturnPath.checked(null)).isEqualTo("/app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/app",
                "/\\evil.example",
                "/app\\..\\evil",
                "/app\r\nSet-Cookie: x=1",
                "javascript:alert(1)",
                "/other",
                "/app x"
            })
    void leads_nowhere_else(String wanted) {
        assertThat(ReturnPath.checked(wanted)).isEqualTo("/app");
    }
}

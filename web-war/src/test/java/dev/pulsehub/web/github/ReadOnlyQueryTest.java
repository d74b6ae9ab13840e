package dev.pulsehub.web.github;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyQueryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ viewer { login } }",
                "query { viewer { login } }",
                "query Q($mutation: String = \"mutation {\") { viewer { mutation: login } }",
                "# mutation\n{ viewer { login } }",
                "{ a(b: \"\"\"mutation { x } \\\"\"\" }\"\"\") { c } }",
                "fragment F on User { login } query { viewer { ...F } }"
            })
    void questions_go_through(String query) {
        assertThat(is(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { deleteIssue(input: {}) { clientMutationId } }",
                " \n,\uFEFFmutation M { x }",
                "query A { a } mutation B { b }",
                "# a \nmutation { x }",
                "{ a(b: \"\\\"\") } mutation { x }",
                "{ a(b: \"\"\"x\"\"\") } mutation { x }",
                "subscription { x }",
                "{ a } } mutation { x",
                "{ a "
            })
    void everything_else_does_not(String query) {
        assertThat(is(query)).isFalse();
    }

    @Test
    void what_is_no_request_does_not() {
        for (String body : new String[] {"", "[]", "{}", "{\"query\":1}", "[{\"query\":\"{a}\"}]", "mutation { x }"}) {
            assertThat(ReadOnlyQuery.is(body.getBytes(StandardCharsets.UTF_8)))
                    .as(body)
                    .isFalse();
        }
    }

    private static boolean is(String query) {
        String body = Json.createObjectBuilder().add("query", query).build().toString();
        return ReadOnlyQuery.is(body.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.pulsehub.web.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    private static final URI API = URI.create("https://api.github.com");

    @Test
    void a_request_goes_to_the_same_place_of_githubs_api() {
        assertThat(address("/repos/acme/api/issues", "state=all&labels=a%20b"))
                .contains("https://api.github.com/repos/acme/api/issues?state=all&labels=a%20b");
        assertThat(address("/repos/acme/api/contents/a b/ü?#.c", null))
                .contains("https://api.github.com/repos/acme/api/contents/a%20b/%C3%BC%3F%23.c");
    }

    @Test
    void graphql_stands_where_the_server_has_it() {
        assertThat(address("/graphql", null)).contains("https://api.github.com/graphql");
        assertThat(Target.of("/graphql", null, URI.create("https://ghe.example/api/v3"))
                        .map(target -> target.address().toString()))
                .contains("https://ghe.example/api/graphql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/user/",
                "//user",
                "//evil.example/user",
                "/repos/acme/../../applications",
                "/./user",
                "/http://evil.example",
                "/repos/a/b/contents/..",
                "/repos\\acme",
                "/user\r\nX: y",
                "/user\0"
            })
    void a_path_that_means_another_goes_nowhere(String path) {
        assertThat(Target.of(path, null, API)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/@evil.example/user", "/user@evil.example", "/user:80"})
    void no_path_leads_to_another_host(String path) {
        assertThat(Target.of(path, null, API).map(target -> target.address().getHost()))
                .contains("api.github.com");
    }

    @Test
    void a_query_no_address_can_have_goes_nowhere() {
        assertThat(Target.of("/user", "a=\"{}", API)).isEmpty();
        assertThat(Target.of("/user", "a=" + "x".repeat(9000), API)).isEmpty();
    }

    private static Optional<String> address(String path, @org.jspecify.annotations.Nullable String query) {
        return Target.of(path, query, API).map(target -> target.address().toString());
    }
}

package dev.pulsehub.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulsehub.core.config.PulseConfig.Role;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PulseConfigTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private static Map<String, String> singleUser() {
        Map<String, String> environment = new HashMap<>();
        environment.put("AUTH_URL", "http://localhost:3000/");
        environment.put("AUTH_SECRET", SECRET);
        environment.put("POSTGRES_URL", "postgresql://a:b@localhost/pulse");
        environment.put("PULSEHUB_SINGLE_USER", "true");
        environment.put("PULSEHUB_SIGNIN_TOKEN", "link");
        environment.put("GITHUB_TOKEN", "ghp_secret");
        environment.put("GITHUB_ORG", "acme, widgets");
        return environment;
    }

    @Test
    void leaves_what_is_not_said_at_its_default() {
        PulseConfig config = PulseConfig.from(singleUser());

        assertThat(config.role()).isEqualTo(Role.ALL);
        assertThat(config.gitHubApi()).isEqualTo(URI.create("https://api.github.com"));
        assertThat(config.gitHubWeb()).isEqualTo(URI.create("https://github.com"));
        assertThat(config.oauth()).isEmpty();
        assertThat(config.authDebug()).isFalse();
        assertThat(config.webhookSecret()).isEmpty();
        assertThat(config.mcpUrl()).isEmpty();
        assertThat(config.supersetUrl()).isEmpty();
    }

    @Test
    void reads_every_variable() {
        Map<String, String> environment = singleUser();
        environment.put("AUTH_SECRET_PREVIOUS", "before" + SECRET);
        environment.put("AUTH_DEBUG", "true");
        environment.put("GITHUB_OAUTH_CLIENT_ID", "app");
        environment.put("GITHUB_OAUTH_CLIENT_SECRET", "app secret");
        environment.put("PULSEHUB_ROLE", "worker");
        environment.put("GITHUB_URL", "http://localhost:1233");
        environment.put("GITHUB_API_URL", "http://localhost:1234");
        environment.put("GITHUB_WEBHOOK_SECRET", "hook");
        environment.put("MCP_SERVER_URL", "http://mcp:8080");
        environment.put("SUPERSET_PROXY_URL", "http://superset:8088");
        environment.put("SUPERSET_GUEST_TOKEN_SECRET", SECRET);
        environment.put("LOG_LEVEL", "debug");
        environment.put("LOG_FORMAT", "json");

        PulseConfig config = PulseConfig.from(environment);

        assertThat(config)
                .isEqualTo(new PulseConfig(
                        URI.create("http://localhost:3000"),
                        new Secret(SECRET),
                        Optional.of(new Secret("before" + SECRET)),
                        true,
                        Optional.of(new PulseConfig.OAuthClient("app", new Secret("app secret"))),
                        URI.create("http://localhost:1233"),
                        URI.create("http://localhost:1234"),
                        Optional.of(new Secret("ghp_secret")),
                        java.util.List.of("acme", "widgets"),
                        Optional.of(new Secret("hook")),
                        Role.WORKER,
                        true,
                        Optional.of(new Secret("link")),
                        Optional.of(URI.create("http://mcp:8080")),
                        Optional.of(URI.create("http://superset:8088")),
                        Optional.of(new Secret(SECRET)),
                        new LogConfig(LogConfig.Threshold.DEBUG, LogConfig.Form.JSON)));
    }

    @Test
    void says_all_problems_at_once() {
        Map<String, String> environment = singleUser();
        environment.remove("AUTH_URL");
        environment.put("AUTH_SECRET", "short");
        environment.put("PULSEHUB_ROLE", "king");
        environment.put("PULSEHUB_SINGEL_USER", "true");
        environment.put("MCP_SERVER_URL", "mcp:8080");

        assertThatThrownBy(() -> PulseConfig.from(environment))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("5 problems")
                .hasMessageContaining("AUTH_URL (or NEXTAUTH_URL) is missing")
                .hasMessageContaining("AUTH_SECRET (or NEXTAUTH_SECRET) must be at least 32 random characters;"
                        + " it is something else, 5 characters long")
                .hasMessageContaining("PULSEHUB_ROLE is \"king\"; it must be all, web or worker")
                .hasMessageContaining("PULSEHUB_SINGEL_USER is unknown; did you mean PULSEHUB_SINGLE_USER?")
                .hasMessageContaining("MCP_SERVER_URL is \"mcp:8080\"; it must be an http or https address");
    }

    @Test
    void checks_what_others_read_too() {
        Map<String, String> environment = singleUser();
        environment.put("POSTGRES_URL", "jdbc:postgresql://localhost/pulse");
        environment.put("POSTGRES_MIGRATION_URL", "localhost");
        environment.put("PORT", "99999");

        assertThatThrownBy(() -> PulseConfig.from(environment))
                .hasMessageContaining("3 problems")
                .hasMessageContaining("POSTGRES_URL must be postgresql://user:password@host:port/database")
                .hasMessageContaining("POSTGRES_MIGRATION_URL must be")
                .hasMessageContaining("PORT is \"99999\"; it must be a port");
    }

    @Test
    void a_missing_variable_is_connected_with_its_misspelling() {
        Map<String, String> environment = singleUser();
        environment.put("POSTGRESS_URL", environment.remove("POSTGRES_URL"));

        assertThatThrownBy(() -> PulseConfig.from(environment))
                .hasMessageContaining("POSTGRES_URL is missing")
                .hasMessageContaining("there is POSTGRESS_URL: is it misspelt?");
    }

    @Test
    void a_bad_secret_is_not_repeated() {
        Map<String, String> environment = singleUser();
        environment.put("AUTH_SECRET", "tooshort");
        environment.put("POSTGRES_URL", "postgresql://a:hunter2@");

        assertThatThrownBy(() -> PulseConfig.from(environment))
                .isInstanceOfSatisfying(
                        Misconfigured.class, e -> assertThat(e.getMessage()).doesNotContain("tooshort", "hunter2"));
    }

    @Test
    void an_alias_that_says_something_else_is_named_with_its_name() {
        Map<String, String> environment = singleUser();
        environment.put("NEXTAUTH_SECRET", SECRET + "other");

        assertThatThrownBy(() -> PulseConfig.from(environment)).hasMessageContaining("AUTH_SECRET and NEXTAUTH_SECRET");
    }

    @Test
    void an_alias_alone_suffices() {
        Map<String, String> environment = singleUser();
        environment.put("NEXTAUTH_SECRET", SECRET);
        environment.remove("AUTH_SECRET");

        assertThat(PulseConfig.from(environment).authSecret().value()).isEqualTo(SECRET);
    }

    @Test
    void without_the_single_user_mode_an_oauth_app_is_needed() {
        Map<String, String> environment = singleUser();
        environment.put("PULSEHUB_SINGLE_USER", "false");

        assertThatThrownBy(() -> PulseConfig.from(environment)).hasMessageContaining("GITHUB_OAUTH_CLIENT_ID");
    }

    @Test
    void secrets_do_not_show() {
        assertThat(PulseConfig.from(singleUser()).toString()).doesNotContain(SECRET, "ghp_secret");
    }
}

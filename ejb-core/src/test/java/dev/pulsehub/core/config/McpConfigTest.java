package dev.pulsehub.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class McpConfigTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private static Map<String, String> deployed() {
        Map<String, String> environment = new HashMap<>();
        environment.put("AUTH_SECRET", SECRET);
        environment.put("POSTGRES_URL", "postgresql://a:b@localhost/pulse");
        return environment;
    }

    @Test
    void needs_less_than_web() {
        assertThat(McpConfig.from(deployed()))
                .isEqualTo(new McpConfig(
                        new Secret(SECRET),
                        Optional.empty(),
                        URI.create("https://github.com"),
                        URI.create("https://api.github.com"),
                        false,
                        Optional.empty(),
                        new LogConfig(LogConfig.Threshold.INFO, LogConfig.Form.TEXT)));
    }

    @Test
    void the_token_of_the_synchronisation_acts_for_nobody_but_a_single_user() {
        Map<String, String> environment = deployed();
        environment.put("GITHUB_TOKEN", "ghp_secret");
        assertThat(McpConfig.from(environment).gitHubToken()).isEmpty();

        environment.put("PULSEHUB_SINGLE_USER", "true");
        assertThat(McpConfig.from(environment).gitHubToken()).contains(new Secret("ghp_secret"));
    }

    @Test
    void says_all_problems_at_once_and_nothing_about_what_only_web_reads() {
        assertThatThrownBy(() -> McpConfig.from(Map.of(
                        "PULSEHUB_SINGLE_USER", "true", "AUTH_URL", "no address", "GITHUB_API_URL", "no address")))
                .hasMessageContaining("4 problems")
                .hasMessageContaining("AUTH_SECRET (or NEXTAUTH_SECRET) is missing")
                .hasMessageContaining("POSTGRES_URL is missing")
                .hasMessageContaining("GITHUB_TOKEN is missing")
                .hasMessageContaining("GITHUB_API_URL is \"no address\"");
    }
}

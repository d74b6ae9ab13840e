package dev.pulsehub.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "203.0.113.9, -, 203.0.113.9",
                "203.0.113.9, 198.51.100.1, 203.0.113.9",
                "10.0.0.7, 198.51.100.1, 198.51.100.1",
                "100.64.3.2, '1.1.1.1, 198.51.100.1', 198.51.100.1",
                "100.128.3.2, 198.51.100.1, 100.128.3.2",
                "10.0.0.7, unknown, 10.0.0.7",
                "fd00::1, 2001:db8::1, 2001:db8::1",
                "127.0.0.1, 198.51.100.1, 198.51.100.1",
                "127.0.0.1, -, -",
                "0:0:0:0:0:0:0:1, -, -"
            })
    void a_proxy_of_our_own_network_is_believed_about_its_peer(
            String remote, @Nullable String forwarded, @Nullable String client) {
        assertThat(ClientAddress.of(remote, forwarded).orElse(null)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/pulls, true",
        "/api/github/user, true",
        "/api/mcp, true",
        "/api/auth/signin/github, true",
        "/signin, true",
        "/api/health, false",
        "/api/webhooks/github, false",
        "/api/superset/static/a.js, false",
        "/app, false",
        "/health/ready, false"
    })
    void interfaces_are_counted(String path, boolean counted) {
        assertThat(LimitFilter.isCounted(path)).isEqualTo(counted);
    }
}

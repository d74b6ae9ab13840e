package dev.pulsehub.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.core.config.PulseConfig;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealedCookieTest {

    private static final String OLD = "o".repeat(40);
    private static final String NEW = "n".repeat(40);

    private static SealedCookie cookie(String secret, String previous) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AUTH_URL", "http://localhost:3000",
                "POSTGRES_URL", "postgresql://a:b@localhost/pulse",
                "GITHUB_OAUTH_CLIENT_ID", "id",
                "GITHUB_OAUTH_CLIENT_SECRET", "secret"));
        environment.put("AUTH_SECRET", secret);
        environment.put("AUTH_SECRET_PREVIOUS", previous);
        return new SealedCookie(PulseConfig.from(environment));
    }

    @Test
    void what_was_sealed_is_opened() {
        assertThat(cookie(NEW, "").open(cookie(NEW, "").seal("session"))).contains("session");
    }

    @Test
    void a_new_secret_signs_nobody_out_while_the_old_one_is_known() {
        String sealedBefore = cookie(OLD, "").seal("session");

        assertThat(cookie(NEW, OLD).open(sealedBefore)).contains("session");
        assertThat(cookie(NEW, "").open(sealedBefore)).isEmpty();
    }

    @Test
    void the_old_secret_seals_nothing_any_more() {
        assertThat(cookie(OLD, "").open(cookie(NEW, OLD).seal("session"))).isEmpty();
    }

    @Test
    void what_we_did_not_seal_is_not_opened() {
        assertThat(cookie(NEW, OLD).open("AAAA")).isEmpty();
        assertThat(cookie(NEW, OLD).open("not base64!")).isEmpty();
        assertThat(cookie(NEW, OLD).open("A".repeat(80))).isEmpty();
    }
}

package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** next-auth's GitHub provider signs people in through the simulated page. */
class NextAuthIT {

    private static final String CALLBACK = "http://localhost:3000/api/auth/callback/github";

    private static Simulator simulator;

    @BeforeAll
    static void start() {
        JsClients.installed();
        simulator = Simulator.builder()
                .scale(0.02)
                .oauthApp("client", "secret", CALLBACK)
                .start();
    }

    @AfterAll
    static void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private static JsonNode signIn(String secret, String decision) throws Exception {
        return JsClients.run("next-auth.mjs", simulator.url(), "client", secret, CALLBACK, "ben-sato", decision);
    }

    @Test
    void who_allows_it_has_a_session_with_name_and_address() throws Exception {
        JsonNode way = signIn("secret", "allow");

        assertThat(way.path("back").asText()).isEqualTo(CALLBACK);
        assertThat(way.path("redirect").asText()).isEqualTo("http://localhost:3000");
        assertThat(way.at("/user/name").asText()).isEqualTo("Ben Sato");
        assertThat(way.at("/user/email").asText()).isEqualTo("ben-sato@users.example");
    }

    @Test
    void who_declines_has_none() throws Exception {
        JsonNode way = signIn("secret", "deny");

        assertThat(way.path("redirect").asText()).endsWith("/api/auth/error?error=Callback");
        assertThat(way.path("user").isNull()).isTrue();
    }

    @Test
    void an_app_with_a_wrong_secret_gets_no_token() throws Exception {
        JsonNode way = signIn("guessed", "allow");

        assertThat(way.path("redirect").asText()).endsWith("/api/auth/error?error=OAuthCallback");
        assertThat(way.path("user").isNull()).isTrue();
    }
}

package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.simulator.signin.AppKey;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GitHub's documentation says of GitHub Apps: assertions, installations and their tokens. */
class AppIT {

    private Simulator simulator;
    private AppClient app;

    @BeforeEach
    void start() {
        simulator = Simulator.builder().scale(0.01).start();
        app = AppClient.register(simulator, Optional.empty());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static String message(HttpResponse<String> answer) throws Exception {
        return AppClient.json(answer).path("message").asText();
    }

    @Test
    void an_app_shows_who_it_is_by_an_assertion_it_signed() throws Exception {
        HttpResponse<String> self = app.ask("GET", "/app", app.assertion(), "");
        assertThat(self.statusCode()).isEqualTo(200);
        assertThat(AppClient.json(self).path("slug").asText()).isEqualTo("pulse");
        assertThat(AppClient.json(self).path("installations_count").asInt()).isEqualTo(1);
        assertThat(app.ask("GET", "/app", simulator.token(), "").statusCode()).isEqualTo(401);
        long id = AppClient.json(self).path("id").asLong();
        long now = simulator.world().clock().instant().getEpochSecond();
        assertThat(app.ask("GET", "/app", app.assertion(Long.toString(id), now, now + 600), "")
                        .statusCode())
                .as("by its id, for ten minutes")
                .isEqualTo(200);
    }

    @Test
    void an_assertion_that_is_too_long_too_old_or_not_its_own_is_refused() throws Exception {
        long now = simulator.world().clock().instant().getEpochSecond();
        assertThat(message(app.ask("GET", "/app", app.assertion("Iv1.pulse", now - 60, now + 700), "")))
                .contains("'exp'", "too far in the future");
        assertThat(message(app.ask("GET", "/app", app.assertion("Iv1.pulse", now - 600, now - 1), "")))
                .contains("'exp'", "must be a numeric value representing the future time");
        assertThat(message(app.ask("GET", "/app", app.assertion("Iv1.pulse", now + 30, now + 300), "")))
                .as("a clock that is ahead")
                .contains("'iat'");
        assertThat(app.ask("GET", "/app", app.assertion("Iv1.other", now, now + 300), "")
                        .statusCode())
                .isEqualTo(404);
        String forged = AppClient.assertion(
                "Iv1.pulse", now, now + 300, AppKey.newPair().getPrivate());
        assertThat(app.ask("GET", "/app", forged, "").statusCode()).isEqualTo(401);
        String unsigned = AppClient.part("{\"alg\":\"none\"}") + "."
                + AppClient.part("{\"iss\":\"Iv1.pulse\",\"iat\":" + now + ",\"exp\":" + (now + 300) + "}") + ".";
        assertThat(message(app.ask("GET", "/app", unsigned, ""))).isEqualTo("A JSON web token could not be decoded");
    }

    @Test
    void an_installation_token_reads_its_repositories_for_an_hour_and_acts_as_the_bot() throws Exception {
        String token = app.token("");
        assertThat(token).startsWith("ghs_");
        assertThat(app.names(token)).hasSize(12).contains("payments");
        assertThat(app.ask("GET", "/repos/acme/payments", token, "").statusCode())
                .isEqualTo(200);
        assertThat(app.ask("GET", "/repos/acme/payments/issues", token, "").statusCode())
                .isEqualTo(200);
        HttpResponse<String> user = app.ask("GET", "/user", token, "");
        assertThat(user.statusCode()).isEqualTo(403);
        assertThat(message(user)).isEqualTo("Resource not accessible by integration");
        HttpResponse<String> writing = app.ask("POST", "/repos/acme/docs/issues", token, "{\"title\":\"x\"}");
        assertThat(writing.statusCode()).isEqualTo(403);
        assertThat(writing.headers().firstValue("X-Accepted-GitHub-Permissions"))
                .contains("issues=write");
        assertThat(AppClient.json(app.ask(
                                "POST",
                                "/graphql",
                                token,
                                "{\"query\":\"{ viewer { login } repository(owner: \\\"acme\\\", name: \\\"payments\\\")"
                                        + " { name } }\"}"))
                        .path("data")
                        .toString())
                .isEqualTo("{\"viewer\":{\"login\":\"pulse\"},\"repository\":{\"name\":\"payments\"}}");

        simulator.world().clock().advance(Duration.ofHours(1));
        assertThat(app.ask("GET", "/repos/acme/docs", token, "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_may_be_narrowed_but_not_widened() throws Exception {
        String one = app.token("{\"repositories\":[\"payments\"],\"permissions\":{\"contents\":\"read\"}}");
        assertThat(app.names(one)).containsExactly("payments");
        assertThat(app.ask("GET", "/repos/acme/checkout", one, "").statusCode())
                .as("private, and not among them")
                .isEqualTo(404);
        assertThat(app.ask("GET", "/repos/acme/docs", one, "").statusCode())
                .as("public")
                .isEqualTo(200);
        assertThat(app.ask("GET", "/repos/acme/payments/commits", one, "").statusCode())
                .isEqualTo(200);
        assertThat(app.ask("GET", "/repos/acme/payments/issues", one, "").statusCode())
                .isEqualTo(403);

        String tokens = "/app/installations/" + app.installation() + "/access_tokens";
        assertThat(app.ask("POST", tokens, app.assertion(), "{\"permissions\":{\"issues\":\"write\"}}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(app.ask("POST", tokens, app.assertion(), "{\"repositories\":[\"nope\"]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(app.ask("POST", tokens, simulator.token(), "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_suspended_installation_opens_nothing_until_it_goes_on_and_an_uninstalled_one_never() throws Exception {
        String token = app.token("");
        long id = app.installation();
        Client admin = new Client(simulator);
        assertThat(admin.admin("POST", "/installations/" + id + "/suspend", "").statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = app.ask("GET", "/repos/acme/docs", token, "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(message(refused)).isEqualTo("This installation has been suspended");
        assertThat(app.ask("POST", "/app/installations/" + id + "/access_tokens", app.assertion(), "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(AppClient.json(app.ask("GET", "/app/installations/" + id, app.assertion(), ""))
                        .path("suspended_at")
                        .isTextual())
                .isTrue();

        app.ask("DELETE", "/app/installations/" + id + "/suspended", app.assertion(), "");
        assertThat(app.ask("GET", "/repos/acme/docs", token, "").statusCode()).isEqualTo(200);
        admin.admin("POST", "/installations/" + id + "/uninstall", "");
        assertThat(app.ask("GET", "/repos/acme/docs", token, "").statusCode()).isEqualTo(401);
        assertThat(app.ask("GET", "/orgs/acme/installation", app.assertion(), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(admin.admin("POST", "/apps/pulse/install", "{\"account\":\"acme\",\"repositories\":[\"docs\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(app.names(app.token(""))).containsExactly("docs");
        assertThat(app.ask("GET", "/repos/acme/docs/installation", app.assertion(), "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(app.ask("GET", "/repos/acme/payments/installation", app.assertion(), "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void its_hook_hears_of_installations_and_of_what_happens_where_it_is_installed() throws Exception {
        try (Receiver receiver = new Receiver();
                Simulator other = Simulator.builder().scale(0.01).start()) {
            AppClient hooked =
                    AppClient.register(other, Optional.of(new Webhooks.Target(receiver.url(), "hook secret")));
            JsonNode created = payload(receiver, "installation");
            assertThat(created.path("action").asText()).isEqualTo("created");
            assertThat(created.path("repositories")).hasSize(12);
            long id = created.at("/installation/id").asLong();
            other.change("/repos/acme/docs/issues", Client.JSON.readTree("{\"title\":\"Heard\"}"));
            assertThat(payload(receiver, "issues").at("/installation/id").asLong())
                    .isEqualTo(id);

            Client admin = new Client(other);
            admin.admin("POST", "/installations/" + id + "/select", "{\"repositories\":[\"payments\"]}");
            JsonNode removed = payload(receiver, "installation_repositories");
            assertThat(removed.path("action").asText()).isEqualTo("removed");
            assertThat(removed.path("repositories_removed")).hasSize(11);
            other.change("/repos/acme/docs/issues", Client.JSON.readTree("{\"title\":\"Not heard\"}"));
            other.change("/repos/acme/payments/issues", Client.JSON.readTree("{\"title\":\"Heard again\"}"));
            assertThat(payload(receiver, "issues").at("/issue/title").asText()).isEqualTo("Heard again");

            JsonNode log = AppClient.json(hooked.ask("GET", "/app/hook/deliveries", hooked.assertion(), ""));
            assertThat(log.at("/0/event").asText()).isEqualTo("issues");
            assertThat(log.at("/0/installation_id").asLong()).isEqualTo(id);
            String again = "/app/hook/deliveries/" + log.at("/0/id").asLong() + "/attempts";
            assertThat(hooked.ask("POST", again, hooked.assertion(), "").statusCode())
                    .isEqualTo(202);
            assertThat(receiver.awaitEvent("issues").guid())
                    .isEqualTo(log.at("/0/guid").asText());
        }
    }

    private static JsonNode payload(Receiver receiver, String event) throws Exception {
        Receiver.Received received = receiver.awaitEvent(event);
        assertThat(received.signatureMatches("hook secret")).isTrue();
        return Client.JSON.readTree(received.body());
    }

    @Test
    void a_new_key_is_written_as_github_hands_it_out_and_read_again(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys").resolve("app.pem");
        var made = AppKey.of(file);
        assertThat(Files.readString(file)).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(AppKey.of(file)).isEqualTo(made);

        KeyPair pair = AppKey.newPair();
        Path pkcs8 = folder.resolve("pkcs8.pem");
        Files.writeString(
                pkcs8,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n",
                StandardCharsets.US_ASCII);
        assertThat(AppKey.of(pkcs8)).isEqualTo(pair.getPublic());
        Files.writeString(pkcs8, "nothing of the kind");
        assertThatThrownBy(() -> AppKey.of(pkcs8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds no RSA private key");
    }
}

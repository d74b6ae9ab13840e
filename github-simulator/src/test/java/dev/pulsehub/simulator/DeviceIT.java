package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The device flow, tokens that end and are renewed, and apps that GitHub stopped. */
class DeviceIT {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    private Simulator simulator;
    private Browser browser;

    @BeforeEach
    void start() {
        simulator = Simulator.builder()
                .clock(NOON)
                .scale(0.01)
                .oauthApp("tool", "tool secret", "http://localhost:9/tool")
                .start();
        AppClient.register(simulator, Optional.empty());
        browser = new Browser(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private JsonNode begin(String client) throws Exception {
        return browser.json("/login/device/code", Map.of("client_id", client, "scope", "repo read:org"));
    }

    private JsonNode ask(String client, JsonNode begun) throws Exception {
        return browser.json(
                "/login/oauth/access_token",
                Map.of(
                        "client_id",
                        client,
                        "device_code",
                        begun.path("device_code").asText(),
                        "grant_type",
                        GRANT));
    }

    private void pass(int seconds) {
        simulator.world().clock().advance(Duration.ofSeconds(seconds));
    }

    private int decide(JsonNode begun, String decision) throws Exception {
        return browser.post(
                        "/login/device",
                        Map.of(
                                "user_code",
                                begun.path("user_code").asText(),
                                "login",
                                "ben-sato",
                                "decision",
                                decision))
                .statusCode();
    }

    @Test
    void a_device_waits_until_a_person_types_its_code_and_allows_it() throws Exception {
        JsonNode begun = begin("tool");
        assertThat(begun.path("user_code").asText()).matches("[A-Z]{4}-[A-Z]{4}");
        assertThat(begun.path("expires_in").isInt()).isTrue();
        assertThat(begun.path("interval").asInt()).isEqualTo(5);
        assertThat(begun.path("verification_uri").asText()).isEqualTo(simulator.url() + "/login/device");
        assertThat(ask("tool", begun).path("error").asText()).isEqualTo("authorization_pending");
        String page = browser.get("/login/device?user_code="
                        + begun.path("user_code").asText().toLowerCase(java.util.Locale.ROOT))
                .body();
        assertThat(page).contains("Authorize tool", "ben-sato", "read:org");

        assertThat(decide(begun, "allow")).isEqualTo(200);
        pass(5);
        JsonNode token = ask("tool", begun);
        assertThat(token.path("scope").asText()).isEqualTo("repo,read:org");
        assertThat(browser.api("/user", token.path("access_token").asText()).body())
                .contains("\"login\":\"ben-sato\"");
        pass(5);
        assertThat(ask("tool", begun).path("error").asText())
                .as("it works once")
                .isEqualTo("incorrect_device_code");
    }

    @Test
    void who_asks_too_soon_has_to_wait_longer_each_time() throws Exception {
        JsonNode begun = begin("tool");
        ask("tool", begun);
        JsonNode slower = ask("tool", begun);
        assertThat(slower.path("error").asText()).isEqualTo("slow_down");
        assertThat(slower.path("interval").asInt()).isEqualTo(10);
        pass(9);
        assertThat(ask("tool", begun).path("interval").asInt()).isEqualTo(15);
        pass(15);
        assertThat(ask("tool", begun).path("error").asText()).isEqualTo("authorization_pending");
    }

    @Test
    void a_device_is_denied_expires_and_is_nobody_elses() throws Exception {
        JsonNode denied = begin("tool");
        decide(denied, "deny");
        assertThat(ask("tool", denied).path("error").asText()).isEqualTo("access_denied");

        JsonNode late = begin("tool");
        assertThat(ask("Iv1.pulse", late).path("error").asText()).isEqualTo("incorrect_device_code");
        pass(900);
        assertThat(ask("tool", late).path("error").asText()).isEqualTo("expired_token");
        assertThat(decide(late, "allow")).isEqualTo(422);
        assertThat(ask("nobody", late).path("error").asText()).isEqualTo("incorrect_client_credentials");
    }

    @Test
    void a_persons_token_for_a_github_app_ends_after_eight_hours_and_is_renewed_once() throws Exception {
        JsonNode begun = begin("Iv1.pulse");
        decide(begun, "allow");
        JsonNode first = ask("Iv1.pulse", begun);
        assertThat(first.path("access_token").asText()).startsWith("ghu_");
        assertThat(first.path("expires_in").asInt()).isEqualTo(28_800);
        assertThat(first.path("scope").asText()).isEmpty();
        String token = first.path("access_token").asText();
        assertThat(browser.api("/user", token).statusCode()).isEqualTo(200);
        assertThat(Client.JSON
                        .readTree(browser.api("/user/installations", token).body())
                        .path("total_count")
                        .asInt())
                .isEqualTo(1);

        JsonNode second = renew(first);
        assertThat(second.path("access_token").asText()).startsWith("ghu_").isNotEqualTo(token);
        assertThat(browser.api("/user", token).statusCode()).isEqualTo(401);
        assertThat(renew(first).path("error").asText()).isEqualTo("bad_refresh_token");
        String renewed = second.path("access_token").asText();
        assertThat(browser.api("/user", renewed).statusCode()).isEqualTo(200);
        pass(28_800);
        assertThat(browser.api("/user", renewed).statusCode()).isEqualTo(401);
        assertThat(renew(second).has("access_token")).isTrue();
    }

    @Test
    void on_behalf_of_a_person_an_app_reaches_only_where_it_is_installed() throws Exception {
        JsonNode begun = begin("Iv1.pulse");
        decide(begun, "allow");
        String token = ask("Iv1.pulse", begun).path("access_token").asText();
        assertThat(browser.api("/repos/acme/payments", token).statusCode()).isEqualTo(200);
        long id = simulator
                .apps()
                .installations(simulator.apps().bySlug("pulse").orElseThrow())
                .getFirst()
                .id();
        new Client(simulator).admin("POST", "/installations/" + id + "/select", "{\"repositories\":[\"docs\"]}");
        assertThat(browser.api("/repos/acme/payments", token).statusCode()).isEqualTo(404);
        assertThat(browser.api("/repos/acme/docs", token).statusCode()).isEqualTo(200);
    }

    private JsonNode renew(JsonNode token) throws Exception {
        return browser.json(
                "/login/oauth/access_token",
                Map.of(
                        "client_id",
                        "Iv1.pulse",
                        "client_secret",
                        "app secret",
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        token.path("refresh_token").asText()));
    }

    @Test
    void a_person_may_grant_fewer_scopes_than_were_asked_for() throws Exception {
        String page = browser.get("/login/oauth/authorize?client_id=tool&scope=repo%20read:org")
                .body();
        assertThat(page).contains("name=\"without:repo\"", "name=\"without:read:org\"");
        String code = browser.code(Map.of(
                "client_id", "tool",
                "scope", "repo read:org",
                "without:repo", "yes",
                "login", "ben-sato",
                "decision", "allow"));
        JsonNode token = browser.json(
                "/login/oauth/access_token", Map.of("client_id", "tool", "client_secret", "tool secret", "code", code));
        assertThat(token.path("scope").asText()).isEqualTo("read:org");
        String text = token.path("access_token").asText();
        assertThat(browser.api("/repos/acme/payments", text).statusCode())
                .as("private, without the scope repo")
                .isEqualTo(404);
        assertThat(browser.api("/repos/acme/docs", text).statusCode()).isEqualTo(200);
        assertThat(browser.api("/user/emails", text).statusCode()).isEqualTo(404);
        assertThat(browser.api("/user/orgs", text).statusCode()).isEqualTo(200);
        simulator.addToken("plain", simulator.owner(), "read:user");
        assertThat(browser.api("/user/orgs", "plain").statusCode()).isEqualTo(403);
        assertThat(browser.api("/repos/acme/payments", "plain").statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_signs_in_to_an_app_that_github_stopped() throws Exception {
        Client admin = new Client(simulator);
        admin.admin("POST", "/apps/tool/suspend", "");
        String location = browser.get("/login/oauth/authorize?client_id=tool&state=st")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(location).contains("error=application_suspended", "error_description=", "state=st");
        admin.admin("POST", "/apps/tool/unsuspend", "");
        assertThat(browser.get("/login/oauth/authorize?client_id=tool").statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_app_may_check_a_token_and_have_it_replaced() throws Exception {
        String code =
                browser.code(Map.of("client_id", "tool", "scope", "repo", "login", "ben-sato", "decision", "allow"));
        String token = browser.json(
                        "/login/oauth/access_token",
                        Map.of("client_id", "tool", "client_secret", "tool secret", "code", code))
                .path("access_token")
                .asText();
        JsonNode checked = browser.manage("POST", token);
        assertThat(checked.path("token_last_eight").asText()).isEqualTo(token.substring(token.length() - 8));
        assertThat(checked.at("/app/client_id").asText()).isEqualTo("tool");
        assertThat(checked.at("/user/login").asText()).isEqualTo("ben-sato");
        assertThat(checked.path("scopes")).extracting(JsonNode::asText).isEqualTo(List.of("repo"));
        String fresh = browser.manage("PATCH", token).path("token").asText();
        assertThat(browser.api("/user", token).statusCode()).isEqualTo(401);
        assertThat(browser.api("/user", fresh).statusCode()).isEqualTo(200);
    }
}

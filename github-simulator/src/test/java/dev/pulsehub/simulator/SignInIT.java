package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What GitHub's documentation says about OAuth apps, and who sees which repository. */
class SignInIT {

    private static final String CALLBACK = "http://localhost:9/back";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rfc-7636";
    private static final String CHALLENGE = "2DOKjSWFvylLzMgamevKkkxnte9MBpkVcQlRAQb4HQQ";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulator.builder()
                .scale(0.01)
                .oauthApp("app", "app secret", CALLBACK)
                .oauthApp("other", "other secret", "http://localhost:9/other")
                .start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void a_person_is_asked_and_the_app_gets_a_token_that_acts_for_them() throws Exception {
        HttpResponse<String> page = get("/login/oauth/authorize?client_id=app&scope=repo&state=%3Cx%22");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("ben-sato", "value=\"&lt;x&quot;\"").doesNotContain("dependabot");

        Map<String, String> back = allow("ben-sato", "state", "st", "scope", "read:user user:email");
        assertThat(back).containsEntry("state", "st").containsKey("code");
        JsonNode token = token("app", "app secret", "code", code(back));
        assertThat(token.path("token_type").asText()).isEqualTo("bearer");
        assertThat(token.path("scope").asText()).isEqualTo("read:user,user:email");

        HttpResponse<String> user = api("/user", token.path("access_token").asText());
        assertThat(Client.JSON.readTree(user.body()).path("login").asText()).isEqualTo("ben-sato");
        assertThat(user.headers().firstValue("X-OAuth-Scopes")).contains("read:user, user:email");
        assertThat(api("/user/emails", token.path("access_token").asText()).body())
                .contains("\"email\":\"ben-sato@users.example\"", "\"primary\":true");
    }

    @Test
    void a_code_works_once_for_its_own_app_and_for_ten_minutes() throws Exception {
        String once = code(allow("ben-sato"));
        assertThat(token("app", "app secret", "code", once).has("access_token")).isTrue();
        assertThat(error(token("app", "app secret", "code", once))).isEqualTo("bad_verification_code");
        assertThat(error(token("other", "other secret", "code", code(allow("ben-sato")))))
                .isEqualTo("bad_verification_code");

        String old = code(allow("ben-sato"));
        simulator.world().clock().advance(java.time.Duration.ofMinutes(10));
        assertThat(error(token("app", "app secret", "code", old))).isEqualTo("bad_verification_code");
    }

    @Test
    void the_verifier_must_be_the_challenges() throws Exception {
        String right = code(allow("ben-sato", "code_challenge", CHALLENGE, "code_challenge_method", "S256"));
        assertThat(token("app", "app secret", "code", right, "code_verifier", VERIFIER)
                        .has("access_token"))
                .isTrue();
        for (String wrong : new String[] {"", "another-verifier-that-is-long-enough-for-the-rfc"}) {
            String code = code(allow("ben-sato", "code_challenge", CHALLENGE, "code_challenge_method", "S256"));
            assertThat(error(token("app", "app secret", "code", code, "code_verifier", wrong)))
                    .isEqualTo("bad_verification_code");
        }
        assertThat(allow("ben-sato", "code_challenge", VERIFIER, "code_challenge_method", "plain"))
                .containsEntry("error", "invalid_request");
    }

    @Test
    void refusals_say_which() throws Exception {
        assertThat(get("/login/oauth/authorize?client_id=nobody").statusCode()).isEqualTo(404);
        assertThat(decide("deny", "ben-sato", "state", "st"))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "st")
                .doesNotContainKey("code");
        for (String elsewhere : new String[] {
            "http://localhost:9/back/../other",
            "http://evil.example/back",
            "http://localhost:9/backdoor",
            "not an address"
        }) {
            assertThat(allow("ben-sato", "redirect_uri", elsewhere))
                    .as(elsewhere)
                    .containsEntry("error", "redirect_uri_mismatch");
        }
        assertThat(error(token("app", "wrong", "code", code(allow("ben-sato")))))
                .isEqualTo("incorrect_client_credentials");
        assertThat(error(token(
                        "app", "app secret", "code", code(allow("ben-sato")), "redirect_uri", CALLBACK + "/deep")))
                .isEqualTo("redirect_uri_mismatch");
    }

    @Test
    void the_app_ends_a_token_or_all_it_has_of_a_person() throws Exception {
        String one = tokenOf("carla-mendes");
        String two = tokenOf("carla-mendes");
        String others = tokenOf("ben-sato");
        assertThat(manage("POST", "token", "app", "app secret", one)).isEqualTo(200);
        assertThat(manage("DELETE", "token", "app", "wrong", one)).isEqualTo(404);
        assertThat(manage("DELETE", "token", "app", "app secret", one)).isEqualTo(204);
        assertThat(api("/user", one).statusCode()).isEqualTo(401);
        assertThat(api("/user", two).statusCode()).isEqualTo(200);

        assertThat(manage("DELETE", "grant", "app", "app secret", two)).isEqualTo(204);
        assertThat(api("/user", two).statusCode()).isEqualTo(401);
        assertThat(api("/user", others).statusCode()).isEqualTo(200);
        assertThat(manage("POST", "token", "app", "app secret", two)).isEqualTo(404);
    }

    @Test
    void members_see_the_organizations_repositories_and_strangers_the_public_ones() throws Exception {
        simulator.change("/accounts", Client.JSON.readTree("{\"login\":\"olga\"}"));
        String member = tokenOf("dmitri-volkov");
        String stranger = tokenOf("olga");
        assertThat(names("/orgs/acme/repos", member)).hasSize(12);
        assertThat(names("/orgs/acme/repos", stranger)).containsExactlyInAnyOrder("design-system", "docs");
        assertThat(names("/user/repos", stranger)).isEmpty();
        assertThat(api("/repos/acme/payments", stranger).statusCode()).isEqualTo(404);
        assertThat(graphQl(stranger)).contains("NOT_FOUND");
        assertThat(graphQl(member)).contains("\"name\":\"payments\"");
        assertThat(api("/user/memberships/orgs/acme", stranger).statusCode()).isEqualTo(404);
        assertThat(api("/user/memberships/orgs/acme", member).body())
                .contains("\"state\":\"active\"", "\"role\":\"member\"");

        JsonNode read = Client.JSON.readTree("{\"permission\":\"pull\"}");
        simulator.change("/repos/acme/payments/collaborators/olga", read);
        simulator.change("/orgs/acme/members/dmitri-volkov/remove", Client.JSON.createObjectNode());
        assertThat(names("/user/repos", stranger)).containsExactly("payments");
        assertThat(api("/repos/acme/payments", stranger).body())
                .contains("\"permissions\":{\"pull\":true,\"triage\":false");
        assertThat(names("/orgs/acme/repos", member)).containsExactlyInAnyOrder("design-system", "docs");
        assertThat(api("/user/memberships/orgs/acme", member).statusCode()).isEqualTo(404);

        simulator.change("/repos/acme/payments/collaborators/olga/remove", read);
        assertThat(names("/user/repos", stranger)).isEmpty();
    }

    private static String graphQl(String token) throws Exception {
        String query = "{\"query\":\"{ repository(owner: \\\"acme\\\", name: \\\"payments\\\") { name } }\"}";
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(simulator.url() + "/graphql"))
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.ofString(query))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static java.util.List<String> names(String path, String token) throws Exception {
        return Client.JSON
                .readTree(api(path + "?per_page=100", token).body())
                .valueStream()
                .map(repo -> repo.path("name").asText())
                .toList();
    }

    private static String code(Map<String, String> back) {
        return Objects.requireNonNull(back.get("code"));
    }

    private static String tokenOf(String login) throws Exception {
        return token("app", "app secret", "code", code(allow(login, "scope", "repo read:org")))
                .path("access_token")
                .asText();
    }

    private static Map<String, String> allow(String login, String... more) throws Exception {
        return decide("allow", login, more);
    }

    private static Map<String, String> decide(String decision, String login, String... more) throws Exception {
        Map<String, String> fields = fields(more);
        fields.put("client_id", "app");
        fields.put("login", login);
        fields.put("decision", decision);
        HttpResponse<String> answer = post("/login/oauth/authorize", fields, "");
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(CALLBACK + "?");
        Map<String, String> back = new LinkedHashMap<>();
        for (String pair : location.substring(CALLBACK.length() + 1).split("&", -1)) {
            back.put(
                    pair.substring(0, pair.indexOf('=')),
                    URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        return back;
    }

    private static JsonNode token(String client, String secret, String... fields) throws Exception {
        HttpResponse<String> answer = post("/login/oauth/access_token", fields(fields), basic(client, secret));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Client.JSON.readTree(answer.body());
    }

    private static String error(JsonNode answer) {
        assertThat(answer.has("access_token")).isFalse();
        return answer.path("error").asText();
    }

    private static int manage(String method, String what, String client, String secret, String token) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(simulator.url() + "/applications/" + client + "/" + what))
                                .header("Authorization", basic(client, secret))
                                .method(
                                        method,
                                        HttpRequest.BodyPublishers.ofString("{\"access_token\":\"" + token + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static Map<String, String> fields(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private static String basic(String client, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> api(String path, String token) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(simulator.url() + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(simulator.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, Map<String, String> fields, String authorization)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void an_issue_is_opened_in_the_name_of_whose_token_it_is() throws Exception {
        String token = tokenOf("elif-kaya");
        HttpResponse<String> created = HTTP.send(
                HttpRequest.newBuilder(URI.create(simulator.url() + "/repos/acme/docs/issues"))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"By hand\",\"body\":\"x\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(Client.JSON
                        .readTree(created.body())
                        .path("user")
                        .path("login")
                        .asText())
                .isEqualTo("elif-kaya");
        assertThat(Client.JSON
                        .readTree(api("/repos/acme/docs/issues?state=all&creator=elif-kaya", token)
                                .body())
                        .path(0)
                        .path("title")
                        .asText())
                .isEqualTo("By hand");
    }
}

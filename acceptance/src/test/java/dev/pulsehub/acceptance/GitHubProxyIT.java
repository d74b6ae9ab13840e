package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulsehub.testing.node.NodePrograms;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GitHub's API through {@code /api/github}, as one person and nobody else. */
class GitHubProxyIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "acme/docs";

    private static RunningStack stack;
    private static Visitor ben;

    @BeforeAll
    static void sign_in() throws Exception {
        stack = RunningStack.acme();
        stack.change("/accounts", "{\"login\":\"hooli\",\"type\":\"Organization\"}");
        stack.change("/orgs/hooli/repos", "{\"name\":\"secrets\"}");
        ben = Visitor.signedIn(stack, "ben-sato");
    }

    @Test
    void githubs_own_client_pages_to_the_end_creates_and_is_refused_as_github_would() throws Exception {
        NodePrograms programs = NodePrograms.install(
                Built.folder("github-clients"), GitHubProxyIT.class, "github-clients", List.of("octokit.mjs"));
        String output = programs.run(
                        "node", "octokit.mjs", stack.web("/api/github"), token("write"), NAME, "hooli/secrets")
                .mustEndWell()
                .output();
        JsonNode seen = JSON.readTree(output.substring(output.indexOf('{')));

        assertThat(seen.path("login").asText()).isEqualTo("ben-sato");
        assertThat(seen.path("issues").size()).isGreaterThan(100);
        assertThat(seen.path("pages").asInt()).isGreaterThan(2);
        assertThat(seen.path("strayed").asInt()).as("pages asked for elsewhere").isZero();
        assertThat(seen.path("unchanged").asInt()).isEqualTo(304);
        assertThat(seen.path("foreign").asInt())
                .as("the service's own token would show it")
                .isEqualTo(404);
        assertThat(seen.path("forbidden").asInt()).isEqualTo(404);
        assertThat(seen.path("invalid").asInt()).isEqualTo(422);
        assertThat(seen.path("created").asText()).isEqualTo("ben-sato");
        assertThat(seen.path("graphql").asText()).isEqualTo("ben-sato");
        assertThat(seen.path("mutation").asInt()).isEqualTo(403);
    }

    @Test
    void asking_again_costs_nothing_of_the_persons_budget() throws Exception {
        String path = "/api/github/repos/" + NAME + "/labels";
        HttpResponse<String> first = ben.get(path);
        HttpResponse<String> again = ben.get(path);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(left(again)).isEqualTo(left(first));
        assertThat(again.headers().firstValue("Cache-Control")).contains("private, no-store");
    }

    @Test
    void a_reading_token_writes_nothing_and_a_stranger_reads_nothing() throws Exception {
        assertThat(send("read", "POST", "/repos/" + NAME + "/issues", "{\"title\":\"no\"}"))
                .isEqualTo(403);
        assertThat(send("read", "GET", "/user", "")).isEqualTo(200);
        assertThat(new Visitor(stack).statusOf("/api/github/user")).isEqualTo(401);
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(stack.web("/api/github/repos/" + NAME + "/issues")))
                                        .header(
                                                "Cookie",
                                                "ph_session=" + ben.cookies().get("ph_session"))
                                        .header("Origin", "https://evil.example")
                                        .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"no\"}"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/github/applications/pulse-hub-local/token",
                "/api/github/user/emails",
                "/api/github/repos/acme/docs/hooks",
                "/api/github/repos/acme/docs/../../../user/emails",
                "/api/github/repos/acme/docs/%2e%2e/%2e%2e/%2e%2e/user/emails",
                "/api/github//evil.example/user",
                "/api/github/http://evil.example/",
                "/api/github/login/oauth/access_token",
                "/api/github",
                "/api/github/"
            })
    void no_other_place_is_reached(String path) throws Exception {
        assertThat(ben.statusOf(path)).isBetween(400, 404);
    }

    @Test
    void the_answer_carries_no_cookie_and_can_be_no_page() throws Exception {
        HttpResponse<String> answer = ben.get("/api/github/user");

        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("X-OAuth-Scopes")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private static int left(HttpResponse<String> answer) {
        return Integer.parseInt(
                answer.headers().firstValue("X-RateLimit-Remaining").orElseThrow());
    }

    private static int send(String scope, String method, String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.web("/api/github" + path)))
                                .header("Authorization", "token " + token(scope))
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String token(String scope) throws Exception {
        ben.post("/settings/tokens/create", Map.of("name", "test", "days", "7", "scope", scope));
        var token = Pattern.compile("value=\"(ph_[^\"]+)\"")
                .matcher(ben.get("/app/settings/tokens").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}

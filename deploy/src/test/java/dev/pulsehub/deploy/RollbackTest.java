package dev.pulsehub.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The platform's API is not ours: a server answers as its documentation says. */
class RollbackTest {

    private static final String DEPLOYMENTS = """
            {"deployments": [
              {"id": "d-active", "phase": "ACTIVE", "created_at": "2026-11-27T10:00:00Z"},
              {"id": "d-failed", "phase": "ERROR", "created_at": "2026-11-27T09:00:00Z"},
              {"id": "d-before", "phase": "SUPERSEDED", "created_at": "2026-11-26T10:00:00Z", "cause": "manual"},
              {"id": "d-older", "phase": "SUPERSEDED", "created_at": "2026-11-25T10:00:00Z", "cause": "manual"}]}
            """;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "GET /v2/apps/app-1/deployments?per_page=50", DEPLOYMENTS,
            "POST /v2/apps/app-1/rollback/validate", "{\"valid\": true, \"warnings\": []}",
            "POST /v2/apps/app-1/rollback", "{\"deployment\": {\"id\": \"d-new\"}}",
            "POST /v2/apps/app-1/rollback/commit", "{}",
            "POST /v2/apps/app-1/rollback/revert", "{\"deployment\": {\"id\": \"d-back\"}}"));
    private final HttpServer api;

    RollbackTest() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void open() throws IOException {
        assumeThat(Script.isThere("python3", "--version")).as("python3").isTrue();
        api.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add((request + " " + body).strip());
            boolean known = answers.containsKey(request)
                    && "Bearer secret-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = answers.getOrDefault(request, "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        api.start();
    }

    @AfterEach
    void close() {
        api.stop(0);
    }

    private Script rollback() {
        return Script.named("rollback.sh")
                .with("DIGITALOCEAN_ACCESS_TOKEN", "secret-token")
                .with(
                        "DIGITALOCEAN_API_URL",
                        "http://127.0.0.1:" + api.getAddress().getPort());
    }

    @Test
    void goes_back_to_the_last_one_that_worked() throws IOException, InterruptedException {
        Script.Outcome outcome = rollback().run("app-1");

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(asked)
                .containsExactly(
                        "GET /v2/apps/app-1/deployments?per_page=50",
                        "POST /v2/apps/app-1/rollback/validate {\"deployment_id\": \"d-before\"}",
                        "POST /v2/apps/app-1/rollback {\"deployment_id\": \"d-before\", \"skip_pin\": false}");
        assertThat(outcome.said()).contains("d-new", "--keep").doesNotContain("secret-token");
    }

    @Test
    void does_nothing_when_the_platform_says_it_cannot() throws IOException, InterruptedException {
        answers.put(
                "POST /v2/apps/app-1/rollback/validate",
                "{\"valid\": false, \"error\": {\"code\": \"app_pinned\", \"message\": \"the app is pinned\"}}");

        Script.Outcome outcome = rollback().run("app-1", "d-older");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("Cannot go back to it: the app is pinned");
        assertThat(asked).noneMatch(one -> one.startsWith("POST /v2/apps/app-1/rollback {"));
    }

    @Test
    void lists_keeps_and_undoes() throws IOException, InterruptedException {
        assertThat(rollback().run("app-1", "--list").said())
                .isEqualTo("d-before 2026-11-26T10:00:00Z manual\nd-older 2026-11-25T10:00:00Z manual\n");
        assertThat(rollback().run("app-1", "--keep").code()).isZero();
        assertThat(rollback().run("app-1", "--undo").code()).isZero();
        assertThat(asked).contains("POST /v2/apps/app-1/rollback/commit", "POST /v2/apps/app-1/rollback/revert");
    }

    @Test
    void a_wrong_token_is_told() throws IOException, InterruptedException {
        Script.Outcome outcome =
                rollback().with("DIGITALOCEAN_ACCESS_TOKEN", "other").run("app-1");

        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.said()).contains("401");
    }

    @Test
    void without_an_earlier_one_there_is_nothing_to_do() throws IOException, InterruptedException {
        answers.put("GET /v2/apps/app-1/deployments?per_page=50", "{\"deployments\": []}");

        assertThat(rollback().run("app-1").said()).contains("There is no earlier deployment");
    }
}

package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.http.CostModel;
import dev.pulsehub.simulator.http.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** GitHub on its bad days: queries that are too much, limits in all their forms, answers that do not come. */
class FaultsIT {

    private static final String SIX_LISTS = """
            query($first: Int!) { rateLimit { cost nodeCount } repository(owner: "acme", name: "storefront") {
              pullRequests(first: $first) { totalCount nodes { number
                reviews(first: 100) { nodes { id } } comments(first: 100) { nodes { id } }
                commits(first: 100) { nodes { commit { oid } } } labels(first: 100) { nodes { name } }
                files(first: 100) { nodes { path } } assignees(first: 100) { nodes { login } } } } } }""";

    private static Simulator simulator;
    private static Client client;

    @BeforeAll
    static void start() {
        simulator = Simulator.builder()
                .clock(Clock.fixed(Eventful.NOW, ZoneOffset.UTC))
                .firstDay(LocalDate.of(2026, 1, 5))
                .scale(0.2)
                .start();
        client = new Client(simulator);
    }

    @AfterEach
    void calm() {
        simulator.faults().clear();
        simulator.costs().profile(CostModel.Profile.CALM);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void on_a_strict_day_fifty_pulls_with_six_lists_are_too_much_and_ten_are_not() throws Exception {
        assertThat(query(50).statusCode()).isEqualTo(200);
        simulator.costs().profile(CostModel.Profile.STRICT);
        long before = simulator.requests().totals().points();
        HttpResponse<String> tooMuch = query(50);
        assertThat(tooMuch.statusCode()).isEqualTo(502);
        assertThat(tooMuch.body()).contains("Something went wrong while executing your query");
        long cost = simulator.requests().totals().points() - before;
        assertThat(cost).as("a time-out takes extra points").isEqualTo(3 + 3);

        JsonNode tens = Client.JSON.readTree(query(10).body());
        assertThat(tens.has("errors")).isFalse();
        assertThat(tens.at("/data/repository/pullRequests/nodes")).hasSize(10);
    }

    @Test
    void between_the_two_a_part_is_answered_and_the_rest_named() throws Exception {
        simulator.costs().profile(CostModel.Profile.STRICT);
        JsonNode answer = Client.JSON.readTree(query(15).body());
        JsonNode nodes = answer.at("/data/repository/pullRequests/nodes");
        assertThat(nodes).hasSize(15);
        assertThat(nodes.get(7).isNull()).isFalse();
        assertThat(nodes.get(8).isNull()).isTrue();
        assertThat(answer.path("errors")).hasSize(7);
        assertThat(answer.at("/errors/0/type").asText()).isEqualTo("RESOURCE_LIMITS_EXCEEDED");
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"repository\",\"pullRequests\",\"nodes\",8]");
    }

    @Test
    void limits_come_in_every_form_there_is() throws Exception {
        simulator.faults().add(Fault.of("/graphql", Fault.Kind.RATE_LIMITED, 1));
        JsonNode old = Client.JSON.readTree(query(1).body());
        assertThat(old.at("/errors/0/type").asText()).isEqualTo("RATE_LIMITED");
        assertThat(old.has("data")).isTrue();
        simulator.faults().add(Fault.of("/graphql", Fault.Kind.RATE_LIMIT, 1));
        JsonNode young = Client.JSON.readTree(query(1).body());
        assertThat(young.at("/errors/0/code").asText()).isEqualTo("graphql_rate_limit");
        assertThat(young.has("data")).isFalse();

        client.admin("POST", "/faults", "{\"match\": \"/user\", \"kind\": \"secondary_limit\", \"status\": 429}");
        HttpResponse<String> silent = client.get("/user");
        assertThat(silent.statusCode()).isEqualTo(429);
        assertThat(silent.headers().firstValue("Retry-After")).isEmpty();
        client.admin("POST", "/faults", "{\"match\": \"/user\", \"kind\": \"secondary_limit\", \"wait\": \"PT61S\"}");
        assertThat(client.get("/user").headers().firstValue("Retry-After")).contains("61");
        client.admin("POST", "/faults", "{\"match\": \"/user\", \"kind\": \"sso\"}");
        assertThat(client.get("/user").headers().firstValue("X-GitHub-SSO").orElse(""))
                .startsWith("required; url=");
        assertThat(client.get("/user").statusCode()).isEqualTo(200);
    }

    @Test
    void a_fault_ends_with_its_time_and_concerns_only_its_token() throws Exception {
        simulator.addToken("other", simulator.owner());
        client.admin(
                "POST",
                "/faults",
                "{\"match\": \"/user\", \"token\": \"other\", \"status\": 503, \"until\": \""
                        + simulator.world().clock().instant().plusSeconds(60) + "\"}");
        assertThat(client.get("/user").statusCode()).isEqualTo(200);
        assertThat(client.get("/user", "Authorization", "Bearer other").statusCode())
                .isEqualTo(503);
        assertThat(client.get("/user", "Authorization", "Bearer other").statusCode())
                .isEqualTo(503);
        simulator.world().clock().advance(Duration.ofSeconds(60));
        assertThat(client.get("/user", "Authorization", "Bearer other").statusCode())
                .isEqualTo(200);
    }

    @Test
    void chances_are_drawn_from_a_seed() throws Exception {
        String first = drawn();
        assertThat(first).contains("200", "502");
        assertThat(drawn()).isEqualTo(first);
    }

    private static String drawn() throws Exception {
        simulator.faults().clear();
        simulator.faults().seed(7);
        client.admin("POST", "/faults", "{\"match\": \"/user\", \"chance\": 0.4}");
        StringBuilder statuses = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            statuses.append(client.get("/user").statusCode()).append(' ');
        }
        return statuses.toString();
    }

    @Test
    void connections_are_dropped_and_bodies_stall() throws Exception {
        simulator.faults().add(Fault.of("/user", Fault.Kind.DROP, Integer.MAX_VALUE));
        assertThatThrownBy(() -> client.get("/user")).isInstanceOf(IOException.class);
        simulator.faults().clear();
        client.admin("POST", "/faults", "{\"match\": \"/user\", \"kind\": \"stall\", \"wait\": \"PT0.2S\"}");
        assertThatThrownBy(() -> client.get("/user"))
                .as("a body that ends early")
                .isInstanceOf(IOException.class);
        assertThat(client.get("/user").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> query(int first) throws Exception {
        String body = Client.JSON.writeValueAsString(Map.of("query", SIX_LISTS, "variables", Map.of("first", first)));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(simulator.url() + "/graphql"))
                                .header("Authorization", "Bearer " + simulator.token())
                                .header("User-Agent", "test")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}

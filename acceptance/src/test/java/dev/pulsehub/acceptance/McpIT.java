package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The MCP service as an assistant meets it: through the Java SDK's client, directly and through the web service. */
class McpIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> PAYMENTS = Map.of("owner", "acme", "repo", "payments");

    private static RunningStack stack;
    private static String reader;
    private static String writer;

    @BeforeAll
    static void start() throws Exception {
        stack = RunningStack.acme();
        reader = stack.token("read");
        writer = stack.token("write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"directly", "through web"})
    void a_client_lists_and_calls_every_tool(String way) {
        try (McpSyncClient client = client(way, reader)) {
            List<McpSchema.Tool> tools = client.listTools().tools();
            assertThat(tools.stream().map(McpSchema.Tool::name))
                    .containsExactly(
                            "github_create_issue",
                            "github_get_repo",
                            "github_get_workflow_runs",
                            "github_list_issues",
                            "github_list_prs",
                            "github_list_repos",
                            "pulse_ci_health",
                            "pulse_cycle_time",
                            "pulse_stale_work");
            assertThat(tools).allSatisfy(tool -> assertThat(tool.outputSchema()).isNotNull());
            for (McpSchema.Tool tool : tools) {
                if (!tool.name().equals("github_create_issue")) {
                    JsonNode answer = call(
                            client,
                            tool.name(),
                            tool.name().startsWith("pulse") ? Map.of() : PAYMENTS,
                            tool.name().equals("github_list_repos"));
                    assertThat(answer.path("as_of").asText()).as(tool.name()).startsWith("20");
                    assertThat(answer.path("complete").asBoolean())
                            .as(tool.name())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void the_list_of_tools_and_an_analytics_answer_are_short() throws Exception {
        try (McpSyncClient client = client("directly", reader)) {
            int list = JSON.writeValueAsString(client.listTools().tools()).length();
            assertThat(list / 4).as("tokens of the list, about").isLessThan(4_000);
            for (String tool : List.of("pulse_cycle_time", "pulse_ci_health", "pulse_stale_work")) {
                McpSchema.CallToolResult result = client.callTool(new McpSchema.CallToolRequest(tool, Map.of()));
                assertThat(JSON.writeValueAsString(result.structuredContent()).length() / 4)
                        .as(tool)
                        .isLessThan(600);
            }
        }
    }

    @Test
    void lists_hold_what_the_rest_api_holds() throws Exception {
        try (McpSyncClient client = client("directly", reader)) {
            same(
                    client,
                    "github_list_issues",
                    Map.of("owner", "acme", "repo", "payments", "state", "all", "limit", 100),
                    "/api/v1/issues?repo=acme/payments&bots=1&limit=100");
            same(
                    client,
                    "github_list_prs",
                    Map.of("owner", "acme", "repo", "payments", "state", "merged", "limit", 100),
                    "/api/v1/pulls?repo=acme/payments&bots=1&limit=100&state=merged");
            same(
                    client,
                    "github_get_workflow_runs",
                    Map.of("owner", "acme", "repo", "payments", "limit", 100),
                    "/api/v1/runs?repo=acme/payments&limit=100");
        }
    }

    @Test
    void a_list_goes_on_where_it_ended() {
        try (McpSyncClient client = client("directly", reader)) {
            Map<String, Object> asked = new LinkedHashMap<>(PAYMENTS);
            asked.put("state", "all");
            asked.put("limit", 40);
            JsonNode whole = call(client, "github_list_issues", asked, false);
            asked.put("limit", 25);
            JsonNode first = call(client, "github_list_issues", asked, false);
            asked.put("cursor", first.path("next_cursor").asText());
            asked.put("limit", 15);
            JsonNode second = call(client, "github_list_issues", asked, false);
            List<JsonNode> joined = new ArrayList<>();
            first.path("rows").forEach(joined::add);
            second.path("rows").forEach(joined::add);
            assertThat(joined)
                    .hasSize(40)
                    .isEqualTo(whole.path("rows").valueStream().toList());
        }
    }

    @Test
    void analytics_are_a_count_from_the_rows() throws Exception {
        try (McpSyncClient client = client("through web", reader)) {
            JsonNode cycle = call(client, "pulse_cycle_time", Map.of("days", 90), false);
            JsonNode health = call(client, "pulse_ci_health", Map.of("days", 90), false);
            String merged = """
                    select count(*)::float8, percentile_cont(0.9) within group (order by f.cycle_to_merge_seconds) / 3600
                    from pulse.pull_request p
                    join pulse.pull_request_fact f
                        on f.organization_id = p.organization_id and f.pull_request_id = p.github_id
                    left join pulse.account a on a.organization_id = p.organization_id and a.github_id = p.author_id
                    where p.state = 'MERGED' and not coalesce(a.is_bot, false)
                      and p.merged_at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' - interval '89 days'
                    """;
            String runs = """
                    select count(*) filter (where conclusion in ('failure', 'timed_out', 'startup_failure'))::float8,
                        100.0 * count(*) filter (where conclusion = 'success')
                            / count(*) filter (where conclusion in ('success', 'failure', 'timed_out', 'startup_failure'))
                    from pulse.workflow_run
                    where completed_at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' - interval '89 days'
                    """;
            assertThat(cycle.path("merged").asDouble())
                    .isEqualTo(sql(merged, 1))
                    .isPositive();
            assertThat(cycle.path("cycle_time").path("p90_hours").asDouble()).isCloseTo(sql(merged, 2), within(0.06));
            assertThat(health.path("failed").asDouble()).isEqualTo(sql(runs, 1)).isPositive();
            assertThat(health.path("success_percent").asDouble()).isCloseTo(sql(runs, 2), within(0.06));
        }
    }

    @Test
    void an_issue_is_created_once_in_the_persons_name_and_only_with_a_token_that_may() throws Exception {
        Map<String, Object> issue = new LinkedHashMap<>(PAYMENTS);
        issue.put("title", "Asked for by an assistant " + System.nanoTime());
        try (McpSyncClient client = client("through web", reader)) {
            McpSchema.CallToolResult refused =
                    client.callTool(new McpSchema.CallToolRequest("github_create_issue", issue));
            assertThat(refused.isError()).isTrue();
            assertThat(refused.content().toString()).contains("may only read");
        }
        try (McpSyncClient client = client("through web", writer)) {
            JsonNode first = call(client, "github_create_issue", issue, false);
            JsonNode again = call(client, "github_create_issue", issue, false);
            assertThat(first.path("created").asBoolean()).isTrue();
            assertThat(again.path("created").asBoolean()).isFalse();
            assertThat(again.path("number")).isEqualTo(first.path("number"));
            stack.await(
                    "the issue is synchronised",
                    Duration.ofSeconds(20),
                    () -> stack.list("/api/v1/issues?repo=acme/payments&limit=5")
                            .valueStream()
                            .anyMatch(row -> row.path("title").asText().equals(issue.get("title"))
                                    && row.path("author").asText().equals("ada-okafor")));
        }
    }

    @Test
    void what_cannot_be_answered_says_why() {
        try (McpSyncClient client = client("directly", reader)) {
            assertThat(error(client, "github_list_issues", Map.of("owner", "no", "repo", "thing")))
                    .contains("no/thing is not synchronised by this Pulse-Hub or not visible to you");
            assertThat(error(client, "github_list_issues", Map.of("owner", "acme", "repo", "payments", "state", "x")))
                    .contains("state");
            assertThat(error(client, "github_list_issues", Map.of("owner", "acme", "repo", "payments", "cursor", "x")))
                    .contains("cursor");
            assertThat(error(client, "pulse_cycle_time", Map.of("repo", "acme/none")))
                    .contains("acme/none is not");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ph_guessed", "Assertion e30.e30", "Bearer ghp_demo_owner_token"})
    void strangers_are_refused(String authorization) throws Exception {
        for (String address : List.of(stack.address("MCP_URL"), stack.web("/api/mcp"))) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json, text/event-stream")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"));
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            boolean byWeb = address.endsWith("/api/mcp");
            assertThat(HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .as(address)
                    .isEqualTo(byWeb && !authorization.startsWith("Bearer") ? 403 : 401);
        }
    }

    @Test
    void a_revoked_token_is_dead_at_once() throws Exception {
        String token = stack.token("read");
        try (McpSyncClient client = client("directly", token)) {
            assertThat(client.listTools().tools()).isNotEmpty();
            try (Connection owner = Digests.connect(stack.address("POSTGRES_MIGRATION_URL"));
                    Statement statement = owner.createStatement()) {
                statement.execute(
                        "update pulse.api_token set revoked_at = now() where prefix = '" + token.substring(0, 9) + "'");
            }
            assertThatThrownBy(client::listTools).isInstanceOf(RuntimeException.class);
        }
    }

    private static void same(McpSyncClient client, String tool, Map<String, Object> asked, String path)
            throws Exception {
        JsonNode answer = call(client, tool, asked, false);
        List<JsonNode> rows = stack.list(path).valueStream().toList();
        assertThat(answer.path("rows")).as(tool).hasSize(rows.size()).isNotEmpty();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < answer.path("columns").size(); j++) {
                String column = answer.path("columns").path(j).asText();
                assertThat(answer.path("rows").path(i).path(j))
                        .as(tool + " " + column)
                        .isEqualTo(rows.get(i).path(column));
            }
        }
    }

    private static JsonNode call(McpSyncClient client, String tool, Map<String, Object> arguments, boolean bare) {
        McpSchema.CallToolResult result =
                client.callTool(new McpSchema.CallToolRequest(tool, bare ? Map.of() : arguments));
        assertThat(result.isError()).as(tool + ": " + result.content()).isFalse();
        return JSON.valueToTree(result.structuredContent());
    }

    private static String error(McpSyncClient client, String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(new McpSchema.CallToolRequest(tool, arguments));
        assertThat(result.isError()).isTrue();
        return result.content().toString();
    }

    private static double sql(String query, int column) throws Exception {
        try (Connection owner = Digests.connect(stack.address("POSTGRES_MIGRATION_URL"));
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(column);
        }
    }

    private static McpSyncClient client(String way, String token) {
        URI address = URI.create(way.equals("directly") ? stack.address("MCP_URL") : stack.web("/api/mcp"));
        McpSyncClient client = McpClient.sync(
                        HttpClientStreamableHttpTransport.builder(address.getScheme() + "://" + address.getAuthority())
                                .endpoint(address.getPath())
                                .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                                .openConnectionOnStartup(false)
                                .build())
                .requestTimeout(Duration.ofSeconds(30))
                .build();
        client.initialize();
        return client;
    }
}

package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GraphQlIT {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final Path QUERIES = Path.of("..", "ejb-core", "src", "main", "resources", "graphql");

    private static Simulator simulator;
    private static Client client;

    @BeforeAll
    static void start() {
        simulator = Simulator.builder().clock(NOON).scale(0.03).start();
        client = new Client(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void rest_and_graphql_tell_the_same_truth_about_every_issue_and_pull_request() throws Exception {
        String issueQuery = Files.readString(QUERIES.resolve("issue.graphql"));
        String pullQuery = Files.readString(QUERIES.resolve("pull.graphql"));
        simulator.limit(100_000);
        for (Repo repo : simulator.world().repos()) {
            for (Issue issue : repo.issues().toList()) {
                JsonNode node =
                        client.query(issueQuery, of(repo, issue.number())).at("/data/repository/issue");
                JsonNode rest = client.json("/repos/" + repo.fullName() + "/issues/" + issue.number());
                same(rest, node);
                assertThat(node.path("state").asText().toLowerCase(Locale.ROOT))
                        .isEqualTo(rest.path("state").asText());
                assertThat(node.path("stateReason").asText().toLowerCase(Locale.ROOT))
                        .isEqualTo(rest.path("state_reason").asText());
            }
            for (Pull pull : repo.pulls().toList()) {
                JsonNode node = client.query(pullQuery, of(repo, pull.number())).at("/data/repository/pullRequest");
                JsonNode rest = client.json("/repos/" + repo.fullName() + "/pulls/" + pull.number());
                same(rest, node);
                samePull(rest, node);
            }
        }
    }

    private static Map<String, Object> of(Repo repo, int number) {
        return Map.of("owner", repo.owner().login(), "name", repo.name(), "number", number);
    }

    private static void same(JsonNode rest, JsonNode node) {
        assertThat(node.path("fullDatabaseId").asLong())
                .isEqualTo(rest.path("id").asLong());
        assertThat(node.path("title")).isEqualTo(rest.path("title"));
        assertThat(node.path("url")).isEqualTo(rest.path("html_url"));
        assertThat(node.path("createdAt")).isEqualTo(rest.path("created_at"));
        assertThat(node.path("updatedAt")).isEqualTo(rest.path("updated_at"));
        assertThat(node.path("closedAt")).isEqualTo(rest.path("closed_at"));
        assertThat(node.at("/author/databaseId")).isEqualTo(rest.at("/user/id"));
        assertThat(node.at("/comments/totalCount")).isEqualTo(rest.path("comments"));
        assertThat(node.at("/labels/nodes").findValuesAsText("name"))
                .isEqualTo(rest.path("labels").findValuesAsText("name"));
        assertThat(node.at("/milestone/number").asInt())
                .isEqualTo(rest.at("/milestone/number").asInt());
    }

    private static void samePull(JsonNode rest, JsonNode node) throws Exception {
        assertThat(node.path("mergedAt")).isEqualTo(rest.path("merged_at"));
        assertThat(node.path("isDraft")).isEqualTo(rest.path("draft"));
        assertThat(node.path("additions")).isEqualTo(rest.path("additions"));
        assertThat(node.path("deletions")).isEqualTo(rest.path("deletions"));
        assertThat(node.path("changedFiles")).isEqualTo(rest.path("changed_files"));
        assertThat(node.path("headRefOid")).isEqualTo(rest.at("/head/sha"));
        assertThat(node.at("/commits/totalCount")).isEqualTo(rest.path("commits"));
        assertThat(node.path("state").asText().equals("MERGED"))
                .isEqualTo(rest.path("merged").asBoolean());
        String reviews = rest.path("url").asText() + "/reviews?per_page=100";
        assertThat(node.at("/reviews/nodes").findValuesAsText("submittedAt"))
                .isEqualTo(client.json(reviews).findValuesAsText("submitted_at"));
    }

    @Test
    void a_missing_node_is_null_in_its_place_and_the_others_are_there() throws Exception {
        String known = client.json("/repos/acme/storefront").path("node_id").asText();
        String gone = java.util.Base64.getEncoder()
                .encodeToString("005:Issue42".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        JsonNode answer = client.query(
                "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Repository { name } } }",
                Map.of("ids", new String[] {gone, known}));

        assertThat(answer.at("/data/nodes/0").isNull()).isTrue();
        assertThat(answer.at("/data/nodes/1/name").asText()).isEqualTo("storefront");
        assertThat(answer.at("/errors/0/type").asText()).isEqualTo("NOT_FOUND");
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"nodes\",0]");
    }

    @Test
    void a_query_costs_its_connections_in_hundreds() throws Exception {
        JsonNode answer = client.query("""
                query($n: Int = 100) {
                  rateLimit { cost nodeCount }
                  repository(owner: "acme", name: "docs") {
                    issues(first: $n) { nodes { comments(first: 10) { nodes { id } } labels(first: 10) { nodes { id } } } }
                  }
                }
                """, Map.of());

        assertThat(answer.at("/data/rateLimit/cost").asInt()).isEqualTo(2); // 1 + 100 + 100 requests
        assertThat(answer.at("/data/rateLimit/nodeCount").asInt()).isEqualTo(2100);
    }

    @Test
    void more_than_half_a_million_nodes_are_refused() throws Exception {
        JsonNode answer = client.query("""
                { repository(owner: "acme", name: "docs") {
                    issues(first: 100) { nodes { comments(first: 100) { nodes { id } }
                      timelineItems(first: 100) { nodes { __typename } }
                      labels(first: 100) { nodes { issues(first: 100) { nodes { id } } } } } } } }
                """, Map.of());

        assertThat(answer.at("/errors/0/type").asText()).isEqualTo("MAX_NODE_LIMIT_EXCEEDED");
    }

    @Test
    void a_page_holds_at_most_a_hundred_and_a_list_without_bounds_none() throws Exception {
        for (int wrong : new int[] {0, 101}) {
            assertThat(client.query(
                                    "query($n: Int) { repository(owner: \"acme\", name: \"docs\")"
                                            + " { issues(first: $n) { nodes { number } } } }",
                                    Map.of("n", wrong))
                            .at("/errors/0/type")
                            .asText())
                    .isEqualTo("EXCESSIVE_PAGINATION");
        }
        assertThat(client.query("{ repository(owner: \"acme\", name: \"docs\") { issues { totalCount } } }", Map.of())
                        .has("errors"))
                .isFalse();
    }

    @Test
    void edges_carry_cursors_that_lead_on() throws Exception {
        String query = "query($after: String) { repository(owner: \"acme\", name: \"storefront\") {"
                + " pullRequests(first: 2, after: $after) { edges { cursor node { number } } } } }";
        JsonNode edges = client.query(query, Map.of()).at("/data/repository/pullRequests/edges");
        JsonNode next = client.query(
                        query, Map.of("after", edges.at("/0/cursor").asText()))
                .at("/data/repository/pullRequests/edges");

        assertThat(next.at("/0/node/number")).isEqualTo(edges.at("/1/node/number"));
    }

    @Test
    void the_viewer_is_the_tokens_user() throws Exception {
        JsonNode viewer =
                client.query("{ viewer { login databaseId } }", Map.of()).at("/data/viewer");

        assertThat(viewer.path("login").asText()).isEqualTo(simulator.owner().login());
        assertThat(viewer.path("databaseId").asLong())
                .isEqualTo(simulator.owner().id());
    }

    @Test
    void an_unknown_field_and_an_unreadable_query_are_errors_with_status_200() throws Exception {
        assertThat(client.query("{ viewer { shoeSize } }", Map.of()).has("errors"))
                .isTrue();
        assertThat(client.query("{ viewer { ", Map.of()).at("/errors/0/type").asText())
                .isEqualTo("PARSE_ERROR");
    }
}

package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.world.Repo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** REST, read by octokit, and GraphQL, by plain queries, say the same of every issue, pull request and review. */
class SameTruthIT {

    private static final Path ANTS =
            Path.of("..", "..", "shared", "data", "ants").toAbsolutePath().normalize();

    private final TruthTables tables = new TruthTables();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void install() {
        JsClients.installed();
    }

    @Test
    void of_a_world_in_which_everything_happened() throws Exception {
        try (Simulator simulator = Eventful.start()) {
            compare(simulator, 2000);
        }
    }

    @Test
    void of_a_recorded_repository() throws Exception {
        Path ants = Path.of(System.getProperty("pulsehub.ants", ANTS.toString()));
        assumeThat(ants).as("no dataset folder at " + ants).isDirectory();
        try (Simulator simulator = Simulator.builder().datasets(List.of(ants)).start()) {
            compare(simulator, 2000);
        }
    }

    private void compare(Simulator simulator, int least) throws Exception {
        for (Repo repo : simulator.world().repos()) {
            compare(simulator, repo);
        }
        List<Truths> all = tables.all();
        assertThat(all.stream().flatMap(one -> one.differences().stream()).limit(40))
                .isEmpty();
        assertThat(all.stream().flatMap(one -> one.undecided().stream()))
                .as("keys nobody has compared or called REST's alone")
                .isEmpty();
        assertThat(all.stream().mapToInt(Truths::compared).sum()).isGreaterThan(least);
    }

    private void compare(Simulator simulator, Repo repo) throws Exception {
        Path file = folder.resolve("truth.json");
        JsClients.run("truth.mjs", simulator.url(), simulator.token(), repo.fullName(), file.toString());
        JsonNode rest = Client.JSON.readTree(Files.readString(file));
        Map<Integer, JsonNode> issueNodes = new HashMap<>();
        Map<Integer, JsonNode> pullNodes = new HashMap<>();
        query(new Client(simulator), repo, issueNodes, pullNodes);
        assertThat(rest.path("issues")).hasSize(issueNodes.size() + pullNodes.size());
        assertThat(rest.path("pulls")).hasSize(pullNodes.size());
        for (JsonNode item : rest.path("issues")) {
            int number = item.path("number").asInt();
            boolean isPull = item.has("pull_request");
            (isPull ? tables.entries() : tables.issues())
                    .compare(name(repo, number), item, known(isPull ? pullNodes : issueNodes, number));
        }
        for (JsonNode pull : rest.path("pulls")) {
            int number = pull.path("number").asInt();
            JsonNode node = known(pullNodes, number);
            tables.pulls().compare(name(repo, number), pull, node);
            compareReviews(repo, number, rest.path("reviews").path(Integer.toString(number)), node);
        }
    }

    private void compareReviews(Repo repo, int number, JsonNode rest, JsonNode pull) {
        JsonNode nodes = pull.at("/reviews/nodes");
        assertThat(pull.at("/reviews/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(rest).as("reviews of " + name(repo, number)).hasSize(nodes.size());
        Map<String, JsonNode> byId = new HashMap<>();
        nodes.forEach(node -> byId.put(node.path("fullDatabaseId").asText(), node));
        rest.forEach(review -> tables.reviews()
                .compare(
                        name(repo, number),
                        review,
                        Objects.requireNonNull(byId.get(review.path("id").asText()))));
    }

    private static String name(Repo repo, int number) {
        return repo.fullName() + "#" + number;
    }

    private static JsonNode known(Map<Integer, JsonNode> nodes, int number) {
        return Objects.requireNonNull(nodes.get(number), () -> "GraphQL does not know #" + number);
    }

    private static void query(
            Client client, Repo repo, Map<Integer, JsonNode> issueNodes, Map<Integer, JsonNode> pullNodes)
            throws IOException, InterruptedException {
        Map<String, Object> variables =
                new HashMap<>(Map.of("owner", repo.owner().login(), "name", repo.name()));
        boolean more = true;
        while (more) {
            JsonNode answer = client.query(resource(), variables);
            assertThat(answer.path("errors")).isEmpty();
            JsonNode found = answer.at("/data/repository");
            more = false;
            more |= collect(found.path("issues"), issueNodes, variables, "issues");
            more |= collect(found.path("pullRequests"), pullNodes, variables, "pulls");
        }
    }

    private static boolean collect(
            JsonNode connection, Map<Integer, JsonNode> nodes, Map<String, Object> variables, String cursor) {
        connection.path("nodes").forEach(node -> nodes.put(node.path("number").asInt(), node));
        String end = connection.at("/pageInfo/endCursor").asText("");
        if (!end.isEmpty() && !end.equals("null")) {
            variables.put(cursor, end);
        }
        return connection.at("/pageInfo/hasNextPage").asBoolean();
    }

    private static String resource() throws IOException {
        try (InputStream query = SameTruthIT.class.getResourceAsStream("/truth/items.graphql")) {
            return new String(Objects.requireNonNull(query).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

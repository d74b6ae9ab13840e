package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.ProjectField;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final Path QUERIES = Path.of("..", "ejb-core", "src", "main", "resources", "graphql");

    private static Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulator.builder().clock(NOON).scale(0.1).start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void the_demo_has_the_promised_size_and_mixture() {
        try (Simulator whole = Simulator.builder().clock(NOON).start()) {
            List<Repo> repos = List.copyOf(whole.world().repos());
            List<Pull> pulls = repos.stream().flatMap(Repo::pulls).toList();

            assertThat(repos).hasSize(12);
            assertThat(repos.stream().mapToLong(repo -> repo.issues().count()).sum())
                    .isBetween(2600L, 3600L);
            assertThat(pulls).hasSizeBetween(3500, 4600);
            assertThat(repos.stream().mapToInt(repo -> repo.runs().size()).sum())
                    .isBetween(6000, 14000);
            assertThat(pulls).anyMatch(Pull::draft);
            assertThat(pulls).anyMatch(pull -> pull.author().orElseThrow().isBot());
            assertThat(pulls)
                    .anyMatch(pull -> pull.author().orElseThrow().login().equals("copilot-swe-agent[bot]"));
            assertThat(pulls)
                    .anyMatch(pull ->
                            !pull.assignees().isEmpty() && !pull.closes().isEmpty());
            assertThat(pulls).anyMatch(pull -> !pull.requestedTeams().isEmpty());
            assertThat(pulls).allMatch(pull -> !pull.body().orElse("").isEmpty());
            assertThat(repos).allMatch(repo -> repo.releases().size() > 10);
            assertThat(repos.stream()
                            .mapToInt(repo -> repo.deployments().size())
                            .sum())
                    .isBetween(500, 1500);
            assertThat(repos.stream()
                            .flatMap(repo -> repo.deployments().stream())
                            .map(Deployment::state))
                    .contains("success", "failure", "inactive");
            assertThat(repos.stream()
                            .flatMap(Repo::issues)
                            .filter(issue -> issue.labels().stream()
                                    .anyMatch(one -> one.name().equals("incident")))
                            .count())
                    .isBetween(20L, 120L);
            assertThat(whole.world().permissions().teamsOf(repos.getFirst().owner()))
                    .hasSize(5);
            assertThat(whole.world().projects()).singleElement().satisfies(project -> {
                assertThat(project.items())
                        .hasSizeBetween(200, 600)
                        .anyMatch(row -> row.entries().size() == 2);
                assertThat(((ProjectField.Iterations) project.field("Iteration").orElseThrow()).iterations())
                        .hasSizeBetween(36, 42);
            });
        }
    }

    @Test
    void a_later_start_tells_the_same_story_and_how_it_went_on() {
        LocalDate firstDay = LocalDate.parse("2026-01-01");
        Clock weekLater = Clock.fixed(NOON.instant().plusSeconds(7 * 86_400), ZoneOffset.UTC);
        try (Simulator early =
                        Simulator.builder().clock(NOON).firstDay(firstDay).start();
                Simulator late =
                        Simulator.builder().clock(weekLater).firstDay(firstDay).start()) {
            List<String> before = birthCertificates(early);
            List<String> after = birthCertificates(late);

            assertThat(after).containsAll(before);
            assertThat(after.size()).isGreaterThan(before.size());
        }
    }

    private static List<String> birthCertificates(Simulator simulator) {
        return simulator.world().repos().stream()
                .flatMap(repo -> repo.items().stream())
                .map(item -> item.repo().name() + "#" + item.number() + " " + item.id() + " " + item.createdAt())
                .toList();
    }

    @Test
    void every_query_of_the_product_is_answered_without_errors() throws Exception {
        try (Stream<Path> files = Files.list(QUERIES)) {
            for (Path file : files.toList()) {
                JsonNode answer = query(
                        Files.readString(file),
                        Map.of(
                                "login",
                                "acme",
                                "owner",
                                "acme",
                                "name",
                                "storefront",
                                "first",
                                20,
                                "number",
                                someNumber(file)));

                assertThat(answer.has("errors"))
                        .describedAs("%s: %s", file.getFileName(), answer.path("errors"))
                        .isFalse();
            }
        }
    }

    private static int someNumber(Path file) {
        Repo storefront = simulator.world().repo("acme", "storefront").orElseThrow();
        return file.getFileName().toString().startsWith("pull")
                ? storefront.pulls().findFirst().orElseThrow().number()
                : storefront.issues().findFirst().orElseThrow().number();
    }

    @Test
    void graphql_and_rest_tell_the_same_truth_about_every_pull_request() throws Exception {
        String pulls = Files.readString(QUERIES.resolve("pulls.graphql"));
        int compared = 0;
        String after = null;
        boolean more = true;
        while (more) {
            ObjectNode variables = JSON.createObjectNode()
                    .put("owner", "acme")
                    .put("name", "checkout")
                    .put("first", 30);
            variables.put("after", after);
            JsonNode page = query(pulls, variables).at("/data/repository/pullRequests");
            for (JsonNode node : page.path("nodes")) {
                JsonNode rest = JSON.readTree(
                        get("/repos/acme/checkout/pulls/" + node.path("number").asInt())
                                .body());
                assertThat(rest.path("id").asText())
                        .isEqualTo(node.path("fullDatabaseId").asText());
                assertThat(rest.path("title")).isEqualTo(node.path("title"));
                assertThat(rest.path("merged_at")).isEqualTo(node.path("mergedAt"));
                assertThat(rest.path("updated_at")).isEqualTo(node.path("updatedAt"));
                assertThat(rest.path("additions")).isEqualTo(node.path("additions"));
                assertThat(rest.path("html_url")).isEqualTo(node.path("url"));
                assertThat(rest.path("merged").asBoolean())
                        .isEqualTo(node.path("state").asText().equals("MERGED"));
                compared++;
            }
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            after = page.at("/pageInfo/endCursor").asText();
        }
        assertThat(compared).isEqualTo((int)
                simulator.world().repo("acme", "checkout").orElseThrow().pulls().count());
    }

    @Test
    void a_field_nobody_resolves_is_an_error() throws Exception {
        JsonNode answer = query("{ repository(owner: \"acme\", name: \"docs\") { openGraphImageUrl } }", Map.of());

        assertThat(answer.at("/errors/0/type").asText()).isEqualTo("NOT_IMPLEMENTED");
    }

    @Test
    void an_unknown_repository_is_null_and_not_found() throws Exception {
        JsonNode answer = query("{ repository(owner: \"acme\", name: \"nope\") { name } }", Map.of());

        assertThat(answer.at("/data/repository").isNull()).isTrue();
        assertThat(answer.at("/errors/0/type").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void a_connection_without_bounds_is_refused() throws Exception {
        String query = "{ repository(owner: \"acme\", name: \"docs\") { issues { nodes { number } } } }";

        assertThat(query(query, Map.of()).at("/errors/0/type").asText()).isEqualTo("MISSING_PAGINATION_BOUNDARIES");
    }

    @Test
    void the_issues_list_is_followed_to_its_end_by_cursor() throws Exception {
        List<Integer> numbers = new ArrayList<>();
        Optional<String> next = Optional.of("/repos/acme/storefront/issues?state=all&per_page=7");
        while (next.isPresent()) {
            HttpResponse<String> page = get(next.get());
            JSON.readTree(page.body())
                    .forEach(issue -> numbers.add(issue.path("number").asInt()));
            assertThat(page.headers().firstValue("link").orElse("")).doesNotContain("rel=\"last\"");
            next = next(page);
        }

        assertThat(numbers)
                .doesNotHaveDuplicates()
                .hasSize(simulator
                        .world()
                        .repo("acme", "storefront")
                        .orElseThrow()
                        .items()
                        .size());
    }

    private static Optional<String> next(HttpResponse<String> page) {
        Matcher link = Pattern.compile("<" + Pattern.quote(simulator.url()) + "([^>]*)>; rel=\"next\"")
                .matcher(page.headers().firstValue("link").orElse(""));
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    @Test
    void an_unchanged_answer_is_304_and_costs_nothing() throws Exception {
        String path = "/repos/acme/docs/actions/runs?per_page=1";
        String etag = get(path).headers().firstValue("etag").orElseThrow();
        long before = simulator.requests().totals().counted();

        HttpResponse<String> again =
                CLIENT.send(request(path).header("If-None-Match", etag).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(simulator.requests().totals().counted()).isEqualTo(before);
    }

    @Test
    void a_bad_token_is_401_and_a_missing_thing_404() throws Exception {
        HttpRequest stranger = HttpRequest.newBuilder(URI.create(simulator.url() + "/user"))
                .header("Authorization", "Bearer nobody")
                .header("User-Agent", "test")
                .build();

        assertThat(CLIENT.send(stranger, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        assertThat(get("/repos/acme/storefront/pulls/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_change_is_delivered_signed_and_survives_a_restart(@TempDir Path directory) throws Exception {
        Path journal = directory.resolve("journal.ndjson");
        try (Receiver receiver = new Receiver();
                Simulator first = Simulator.builder()
                        .empty()
                        .journal(journal)
                        .datasets(List.of(smallDataset(directory)))
                        .webhook(receiver.url(), "s3cret")
                        .start()) {
            first.change(
                    "repos/octo/small/issues",
                    JsonNodeFactory.instance.objectNode().put("title", "It broke"));

            Receiver.Received delivery = receiver.awaitEvent("issues");
            assertThat(delivery.signatureMatches("s3cret")).isTrue();
            assertThat(JSON.readTree(delivery.body()).at("/issue/title").asText())
                    .isEqualTo("It broke");
        }
        try (Simulator second = Simulator.builder()
                .empty()
                .journal(journal)
                .datasets(List.of(smallDataset(directory)))
                .start()) {
            assertThat(second.world()
                            .repo("octo", "small")
                            .orElseThrow()
                            .issues()
                            .map(issue -> issue.title()))
                    .containsExactly("It broke");
        }
    }

    private static Path smallDataset(Path directory) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("small"));
        Files.writeString(folder.resolve("repo.json"), """
                {"id": 77, "name": "small", "owner": {"id": 5, "login": "octo", "type": "User"},
                 "created_at": "2020-01-01T00:00:00Z", "default_branch": "main"}
                """);
        return folder;
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .header("Authorization", "Bearer " + simulator.token())
                .header("User-Agent", "test");
    }

    private static JsonNode query(String query, Object variables) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("query", query);
        body.set("variables", JSON.valueToTree(variables));
        HttpRequest request = request("/graphql")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return JSON.readTree(
                CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}

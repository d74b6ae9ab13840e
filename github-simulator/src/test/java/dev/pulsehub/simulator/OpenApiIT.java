package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.testing.node.NodePrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every answer is what GitHub's own description says it must be. */
class OpenApiIT {

    /** What GitHub answers and does not describe, or describes as what cannot be. */
    private static final Set<String> UNDESCRIBED = Set.of(
            "/user/9300001", // a user by id is described as /user/{account_id}
            "/app/installations"); // each one's account as a user and an enterprise at once; one alone as either

    private static NodePrograms programs;
    private static List<ObjectNode> replies = List.of();
    private static Set<String> paths = Set.of();
    private static List<String> templates = List.of();

    @BeforeAll
    static void crawl() throws Exception {
        programs = JsClients.installed();
        try (Simulator simulator = Eventful.start()) {
            AppClient app = AppClient.register(
                    simulator, Optional.of(new Webhooks.Target("http://localhost:1/nobody", "secret")));
            Crawl crawl = new Crawl(simulator, app);
            replies = crawl.replies();
            paths = crawl.paths();
            templates = simulator.restRoutes();
        }
    }

    @Test
    void every_answer_of_a_crawl_fits_githubs_description() throws Exception {
        JsonNode verdict = judge(replies);
        assertThat(verdict.path("problems"))
                .as(verdict.path("problems").toPrettyString())
                .isEmpty();
        assertThat(verdict.path("checked").asInt()).isGreaterThan(2000);
        assertThat(verdict.path("routes").size()).isGreaterThan(80);
    }

    @Test
    void every_answer_to_a_change_fits_githubs_description() throws Exception {
        List<ObjectNode> written;
        try (Simulator simulator = Eventful.start()) {
            written = new Writes(simulator).replies();
        }
        assertThat(written)
                .filteredOn(reply -> reply.path("status").asInt() < 300)
                .hasSizeGreaterThan(18);
        JsonNode verdict = judge(written);
        assertThat(verdict.path("problems"))
                .as(verdict.path("problems").toPrettyString())
                .isEmpty();
        List<ObjectNode> broken = written.stream().map(ObjectNode::deepCopy).toList();
        ((ObjectNode) broken.get(3).path("body")).remove("node_id"); // the issue that was made
        assertThat(judge(broken).path("failures").asInt()).isEqualTo(1);
    }

    @Test
    void the_crawl_misses_no_route() {
        List<String> missed = templates.stream()
                .filter(template -> template.startsWith("GET "))
                .map(template -> template.substring(4))
                .filter(template ->
                        !template.startsWith("/repositories/*/") && !template.equals("/repos/*/*/pulls/*/merge"))
                .filter(template -> {
                    Pattern pattern = Pattern.compile(Stream.of(template.split("/", -1))
                            .map(part -> part.equals("*") ? "[^/]+" : part.equals("**") ? ".+" : Pattern.quote(part))
                            .collect(Collectors.joining("/")));
                    return paths.stream()
                            .map(path -> path.replaceFirst("\\?.*", "").replace("%20", " "))
                            .noneMatch(path -> pattern.matcher(path).matches());
                })
                .toList();
        assertThat(missed).isEmpty();
    }

    @Test
    void the_check_bites() throws Exception {
        Set<String> bitten = new LinkedHashSet<>();
        List<ObjectNode> broken = new ArrayList<>();
        broken.add(mutated("/repos/acme/storefront", body -> body.remove("node_id")));
        broken.add(mutated("/user", body -> body.put("id", "12")));
        broken.add(mutated("/repos/acme/storefront/issues/1", body -> body.put("comments", "three")));
        broken.add(mutated("/repos/acme/storefront/issues/1", body -> body.putNull("title")));
        broken.add(mutated("/orgs/acme", body -> body.put("created_at", "yesterday")));
        ObjectNode unknown = mutated("/user", body -> {});
        unknown.put("path", "/user/of/nowhere");
        broken.add(unknown);
        ObjectNode status = mutated("/user", body -> {});
        status.put("status", 207);
        broken.add(status);
        JsonNode verdict = judge(broken);
        verdict.path("problems")
                .forEach(problem -> bitten.add(problem.path("path").asText() + problem.path("says")));
        assertThat(verdict.path("failures").asInt()).as(bitten.toString()).isEqualTo(broken.size());
    }

    private static ObjectNode mutated(String path, Consumer<ObjectNode> change) {
        ObjectNode copy = replies.stream()
                .filter(reply -> reply.path("path").asText().equals(path))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        change.accept((ObjectNode) copy.path("body"));
        return copy;
    }

    private static JsonNode judge(List<ObjectNode> lines) throws Exception {
        Path file = Files.createTempFile(programs.folder(), "replies", ".ndjson");
        try (var out = Files.newBufferedWriter(file)) {
            for (ObjectNode line : lines) {
                if (!UNDESCRIBED.contains(line.path("path").asText())) {
                    out.write(Client.JSON.writeValueAsString(line));
                    out.newLine();
                }
            }
        }
        String output = programs.run(
                        "node", "gate.mjs", GitHubDescription.file().toString(), file.toString())
                .mustEndWell()
                .output();
        JsonNode verdict = Client.JSON.readTree(output.substring(output.indexOf('{')));
        assertThat(verdict.path("problems")).isInstanceOf(ArrayNode.class);
        return verdict;
    }
}

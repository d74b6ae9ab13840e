package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Label;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.ReviewComment;
import dev.pulsehub.simulator.world.Run;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** GitHub's own JavaScript clients find here what they find there. */
class OctokitIT {

    private static Simulator simulator;
    private static Repo repo;
    private static JsonNode seen = MissingNode.getInstance();

    @BeforeAll
    static void read() throws Exception {
        JsClients.installed();
        simulator = Eventful.start();
        simulator.addToken("ghp_another_token", simulator.owner());
        repo = simulator.world().repo("acme", "storefront").orElseThrow();
        seen = JsClients.run("octokit.mjs", simulator.url(), simulator.token(), "ghp_another_token", "acme/storefront");
    }

    @AfterAll
    static void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void every_list_is_paged_to_its_end_in_sevens() {
        listed("pulls", repo.pulls().map(Pull::id));
        listed("issues", repo.items().stream().map(item -> item instanceof Pull pull ? pull.issueId() : item.id()));
        listed("runs", repo.runs().stream().map(Run::id));
        listed("labels", repo.labels().stream().map(Label::id));
        listed(
                "comments",
                repo.items().stream().map(Item::comments).flatMap(List::stream).map(Comment::id));
        listed(
                "reviewComments",
                repo.pulls().map(Pull::reviewComments).flatMap(List::stream).map(ReviewComment::id));
        listed("commits", repo.commits().stream().map(Commit::sha));
        listed(
                "events",
                repo.items().stream()
                        .map(Item::happenings)
                        .flatMap(List::stream)
                        .filter(happening -> !happening.kind().equals("connected"))
                        .map(Happening::id));
    }

    private static void listed(String name, Stream<?> expected) {
        List<String> ids = expected.map(String::valueOf).toList();
        JsonNode list = seen.at("/lists/" + name);

        assertThat(ids).as(name + " of the world").hasSizeGreaterThan(6);
        assertThat(list.path("ids")).as(name).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(list.path("pages").asInt()).as("pages of " + name).isEqualTo((ids.size() + 6) / 7);
    }

    @Test
    void an_etag_spares_its_own_token_alone() {
        assertThat(seen.at("/conditional/same/status").asInt()).isEqualTo(304);
        assertThat(seen.at("/conditional/other").asInt()).isEqualTo(200);
    }

    @Test
    void errors_are_what_octokit_knows_them_to_be() {
        refused("missing", 404, "Not Found");
        refused("stranger", 401, "Bad credentials");
        refused("invalid", 422, "Validation Failed");
        assertThat(seen.at("/errors/graphql/name").asText()).isEqualTo("GraphqlResponseError");
        assertThat(seen.at("/errors/graphql/type").asText()).isEqualTo("NOT_FOUND");
    }

    private static void refused(String which, int status, String message) {
        JsonNode error = seen.at("/errors/" + which);
        assertThat(error.path("name").asText()).as(error.toString()).isEqualTo("HttpError");
        assertThat(error.path("status").asInt()).isEqualTo(status);
        assertThat(error.path("message").asText()).startsWith(message);
    }

    @Test
    void graphql_counts_what_there_is() {
        JsonNode counted = seen.path("counted");

        assertThat(counted.at("/viewer/login").asText())
                .isEqualTo(simulator.owner().login());
        assertThat(counted.at("/rateLimit/cost").asInt()).isEqualTo(1);
        assertThat(counted.at("/repository/issues/totalCount").asLong())
                .isEqualTo(repo.issues().count());
        assertThat(counted.at("/repository/pullRequests/totalCount").asLong())
                .isEqualTo(repo.pulls().count());
    }

    @Test
    void deliveries_pass_the_verification_of_octokit_unless_the_secret_is_another() throws Exception {
        Process process = JsClients.installed().start("node", "receiver.mjs", "s3cret");
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                Simulator sender = Simulator.builder()
                        .datasets(List.of(Path.of("src", "test", "resources", "datasets", "lamp")))
                        .start()) {
            String url = "http://127.0.0.1:" + next(lines).path("port").asInt() + "/hook";
            sender.webhooks().sendTo(new Webhooks.Target(url, "s3cret"));
            assertThat(next(lines).path("accepted").asText()).isEqualTo("ping");

            Eventful.change(sender, "/accounts", "{'login':'somebody'}");
            Eventful.change(sender, "/repos/lumen/lamp/issues", "{'title':'Ünïcode ✓','author':'somebody'}");
            JsonNode opened = next(lines);
            assertThat(opened.path("accepted").asText()).isEqualTo("issues");
            assertThat(opened.path("action").asText()).isEqualTo("opened");
            assertThat(opened.path("sender").asText()).isEqualTo("somebody");
            assertThat(sender.webhooks().deliveries())
                    .extracting(Webhooks.Delivery::guid)
                    .contains(opened.path("id").asText());

            sender.webhooks().sendTo(new Webhooks.Target(url, "another"));
            assertThat(next(lines).path("refused").asText()).contains("signature does not match");
        } finally {
            process.destroy();
        }
    }

    private static JsonNode next(BufferedReader lines) throws Exception {
        return Client.JSON.readTree(lines.readLine());
    }
}

package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestIT {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator = Simulator.builder().clock(NOON).scale(0.1).start();
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Repo storefront() {
        return simulator.world().repo("acme", "storefront").orElseThrow();
    }

    @Test
    void pull_requests_are_paged_to_their_end_by_number() throws Exception {
        HttpResponse<String> first = client.get("/repos/acme/storefront/pulls?state=all&per_page=10&page=1");

        assertThat(first.headers().firstValue("link").orElseThrow())
                .contains("rel=\"next\"", "rel=\"last\"")
                .doesNotContain("rel=\"prev\"");
        assertThat(client.all("/repos/acme/storefront/pulls?state=all&per_page=10"))
                .extracting(pull -> pull.path("number").asInt())
                .doesNotHaveDuplicates()
                .hasSize((int) storefront().pulls().count());
    }

    @Test
    void parameters_sent_again_with_a_next_address_do_not_pile_up() throws Exception {
        String next = Client.next(client.get("/repos/acme/storefront/pulls?state=all&per_page=2"))
                .orElseThrow();
        String again = Client.next(client.get(next + "&state=all&per_page=2")).orElseThrow();

        assertThat(again.split("per_page=", -1)).hasSize(2);
    }

    @Test
    void a_repository_is_reached_by_its_id_too() throws Exception {
        String byId = "/repositories/" + storefront().id();

        assertThat(client.json(byId)).isEqualTo(client.json("/repos/acme/storefront"));
        assertThat(client.all(byId + "/labels")).hasSize(storefront().labels().size());
    }

    @Test
    void a_cursor_outlives_a_change_of_the_item_it_was_made_from() throws Exception {
        String path = "/repos/acme/storefront/issues?state=open&sort=updated&direction=asc&per_page=3";
        List<Integer> whole = numbers(client.all(path));
        HttpResponse<String> first = client.get(path);
        int last = Client.JSON.readTree(first.body()).path(2).path("number").asInt();
        simulator.change("repos/acme/storefront/issues/" + last + "/close", Client.JSON.createObjectNode());

        List<Integer> rest = numbers(client.all(Client.next(first).orElseThrow()));

        assertThat(rest).containsExactlyElementsOf(whole.subList(3, whole.size()));
    }

    private static List<Integer> numbers(List<JsonNode> items) {
        return items.stream().map(item -> item.path("number").asInt()).toList();
    }

    @Test
    void the_hundredth_page_of_issues_is_refused_and_so_are_bad_moments_and_cursors() throws Exception {
        assertThat(client.get("/repos/acme/storefront/issues?page=100").statusCode())
                .isEqualTo(422);
        assertThat(client.get("/repos/acme/storefront/issues?since=yesterday").statusCode())
                .isEqualTo(422);
        assertThat(client.get("/repos/acme/storefront/issues?after=nonsense").statusCode())
                .isEqualTo(422);
    }

    @Test
    void since_counts_changes_not_births() throws Exception {
        int oldest = storefront().issues().findFirst().orElseThrow().number();
        simulator.change(
                "repos/acme/storefront/issues/" + oldest + "/label",
                Client.JSON.createObjectNode().put("label", "urgent"));

        assertThat(numbers(client.all("/repos/acme/storefront/issues?state=all&since=" + NOON.instant())))
                .contains(oldest);
    }

    @Test
    void an_exhausted_token_is_refused_with_nothing_remaining_but_conditional_reads_go_on() throws Exception {
        String etag =
                client.get("/repos/acme/docs").headers().firstValue("etag").orElseThrow();
        simulator.limit(1);
        client.get("/user");

        HttpResponse<String> refused = client.get("/user");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("x-ratelimit-remaining")).contains("0");
        assertThat(client.get("/repos/acme/docs", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(client.json("/rate_limit").at("/resources/graphql/remaining").asInt())
                .isEqualTo(1);
    }

    @Test
    void an_etag_is_of_one_token_and_of_one_state() throws Exception {
        String path = "/repos/acme/docs/issues?state=all";
        String etag = client.get(path).headers().firstValue("etag").orElseThrow();
        simulator.addToken("other", simulator.owner());

        assertThat(client.get(path, "If-None-Match", etag, "Authorization", "token other")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
        simulator.change(
                "repos/acme/docs/issues", Client.JSON.createObjectNode().put("title", "A word is missing"));
        assertThat(client.get(path, "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    @Test
    void who_does_not_say_what_program_asks_is_refused() throws Exception {
        URI url = URI.create(simulator.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write("GET /user HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 403").contains("User-Agent");
        }
    }

    @Test
    void runs_are_filtered_and_their_jobs_listed() throws Exception {
        Run failed = storefront().runs().stream()
                .filter(run -> run.conclusion().filter("failure"::equals).isPresent())
                .findFirst()
                .orElseThrow();
        JsonNode failures = client.json("/repos/acme/storefront/actions/runs?status=failure&per_page=100");
        JsonNode jobs = client.json("/repos/acme/storefront/actions/runs/" + failed.id() + "/jobs");

        assertThat(failures.path("workflow_runs"))
                .isNotEmpty()
                .allMatch(run -> run.path("conclusion").asText().equals("failure"));
        assertThat(jobs.path("jobs"))
                .extracting(job -> job.path("conclusion").asText())
                .containsExactly("success", "failure");
    }

    @Test
    void an_organization_is_a_user_but_a_user_is_no_organization() throws Exception {
        String person = simulator.owner().login();

        assertThat(client.get("/users/acme").statusCode()).isEqualTo(200);
        assertThat(client.get("/orgs/" + person).statusCode()).isEqualTo(404);
        assertThat(client.json("/orgs/acme").path("public_repos").asInt()).isEqualTo(12);
    }

    @Test
    void every_list_of_the_contract_answers() throws Exception {
        int pull = storefront().pulls().findFirst().orElseThrow().number();
        String repo = "/repos/acme/storefront";
        List<String> paths = Stream.of(
                        "/labels",
                        "/milestones",
                        "/commits",
                        "/issues/comments",
                        "/issues/" + pull + "/comments",
                        "/pulls/comments",
                        "/pulls/" + pull + "/reviews",
                        "/pulls/" + pull + "/comments",
                        "/pulls/" + pull + "/commits",
                        "/actions/workflows")
                .map(repo::concat)
                .toList();

        for (String path : paths) {
            assertThat(client.get(path).statusCode()).describedAs(path).isEqualTo(200);
        }
        assertThat(client.get(repo + "/labels/").statusCode())
                .describedAs("a slash at the end")
                .isEqualTo(404);
    }
}

package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Permissions;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Verbs;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes through the admin API, what webhooks tell of them, and what is left of them after a restart. */
class ChangeIT {

    private static final Path LAMP = Path.of("src", "test", "resources", "datasets", "lamp");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Simulator.Builder lamp() {
        return Simulator.builder().datasets(List.of(LAMP));
    }

    private static JsonNode done(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).describedAs(answer.body()).isBetween(200, 201);
        return Client.JSON.readTree(answer.body());
    }

    @Test
    void how_an_author_stands_to_the_repository_follows_what_they_may_and_did() throws Exception {
        try (Simulator simulator = Simulator.builder().empty().start()) {
            Client client = new Client(simulator);
            Account olga = join(simulator, "olga");
            Account firm =
                    simulator.world().write(() -> simulator.world().join("firm", "Organization", Optional.empty()));
            Repo repo = simulator.world().write(() -> verbs(simulator).repos().create(firm, "tool", false, olga));
            Repo own = simulator.world().write(() -> verbs(simulator).repos().create(olga, "own", false, olga));
            Account invited = join(simulator, "invited");
            Account stranger = join(simulator, "stranger");
            Account member = join(simulator, "member");
            assertThat(association(simulator, client, repo, stranger)).isEqualTo("NONE");
            simulator.world().write(() -> {
                verbs(simulator).people().addMember(firm, member, "member", olga);
                verbs(simulator).people().addCollaborator(repo, invited, Permissions.Right.PULL, olga);
                return repo;
            });
            done(client.admin("POST", "/repos/firm/tool/push", "{\"author\": \"stranger\"}"));

            assertThat(association(simulator, client, own, olga)).isEqualTo("OWNER");
            assertThat(association(simulator, client, repo, member)).isEqualTo("MEMBER");
            assertThat(association(simulator, client, repo, invited)).isEqualTo("COLLABORATOR");
            assertThat(association(simulator, client, repo, stranger)).isEqualTo("CONTRIBUTOR");
        }
    }

    private static Account join(Simulator simulator, String login) {
        return simulator.world().write(() -> simulator.world().join(login, "User", Optional.empty()));
    }

    private static Verbs verbs(Simulator simulator) {
        return simulator.world().at(simulator.world().clock().instant());
    }

    private static String association(Simulator simulator, Client client, Repo repo, Account author) throws Exception {
        int number = simulator
                .world()
                .write(() -> verbs(simulator).issues().open(repo, "Words", author, List.of()))
                .number();
        String rest = client.json("/repos/" + repo.fullName() + "/issues/" + number)
                .path("author_association")
                .asText();
        JsonNode graphql = client.query(
                "{repository(owner: \"" + repo.owner().login() + "\", name: \"" + repo.name() + "\") {issue(number: "
                        + number + ") {authorAssociation}}}",
                Map.of());
        assertThat(graphql.at("/data/repository/issue/authorAssociation").asText())
                .isEqualTo(rest);
        return rest;
    }

    @Test
    void a_blocked_repository_is_unavailable_for_legal_reasons_until_it_is_not() throws Exception {
        try (Simulator simulator = lamp().start()) {
            Client client = new Client(simulator);
            done(client.admin("POST", "/repos/lumen/lamp/block", ""));

            for (String path : List.of("/repos/lumen/lamp", "/repos/lumen/lamp/issues")) {
                HttpResponse<String> answer = client.get(path);
                assertThat(answer.statusCode()).isEqualTo(451);
                assertThat(Client.JSON
                                .readTree(answer.body())
                                .at("/block/reason")
                                .asText())
                        .isEqualTo("dmca");
            }
            assertThat(client.query("{repository(owner: \"lumen\", name: \"lamp\") {id}}", Map.of())
                            .at("/errors/0/message")
                            .asText())
                    .isEqualTo("Repository access blocked");
            done(client.admin("POST", "/repos/lumen/lamp/unblock", ""));
            assertThat(client.get("/repos/lumen/lamp").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_pull_request_lives_from_draft_to_merge_and_each_step_is_told() throws Exception {
        try (Receiver receiver = new Receiver();
                Simulator simulator = lamp().webhook(receiver.url(), "s3cret").start()) {
            Client client = new Client(simulator);
            int number = done(client.admin("POST", "/repos/lumen/lamp/pulls", """
                            {"title": "Blink", "author": "tom", "draft": true, "additions": 7, "commits": 2}"""))
                    .path("number")
                    .asInt();
            String pull = "/repos/lumen/lamp/pulls/" + number;
            done(client.admin("POST", pull + "/ready", ""));
            done(client.admin("POST", pull + "/edit", "{\"title\": \"Blink twice\"}"));
            done(client.admin("POST", pull + "/push", "{\"author\": \"tom\"}"));
            done(client.admin("POST", pull + "/review", "{\"author\": \"ira\", \"state\": \"APPROVED\"}"));
            done(client.admin("POST", pull + "/merge", "{\"actor\": \"ira\"}"));

            JsonNode opened = pull(receiver, "opened");
            assertThat(opened.at("/pull_request/additions").asInt()).isEqualTo(7);
            assertThat(opened.at("/pull_request/draft").asBoolean()).isTrue();
            assertThat(opened.at("/organization/login").asText()).isEqualTo("lumen");
            pull(receiver, "ready_for_review");
            assertThat(pull(receiver, "edited").at("/changes/title/from").asText())
                    .isEqualTo("Blink");
            JsonNode pushed = pull(receiver, "synchronize");
            assertThat(pushed.path("after")).isEqualTo(pushed.at("/pull_request/head/sha"));
            assertThat(pushed.path("before")).isNotEqualTo(pushed.path("after"));
            JsonNode reviewed = Client.JSON.readTree(
                    receiver.awaitEvent("pull_request_review").body());
            assertThat(reviewed.at("/review/state").asText()).isEqualTo("approved");
            assertThat(reviewed.path("pull_request").has("additions")).isFalse();
            assertThat(pull(receiver, "closed").at("/pull_request/merged").asBoolean())
                    .isTrue();
        }
    }

    private static JsonNode pull(Receiver receiver, String action) throws Exception {
        Receiver.Received received = receiver.awaitEvent("pull_request");
        assertThat(received.signatureMatches("s3cret")).isTrue();
        JsonNode payload = Client.JSON.readTree(received.body());
        assertThat(payload.path("action").asText()).isEqualTo(action);
        return payload;
    }

    @Test
    void a_run_is_requested_begins_ends_and_is_run_again() throws Exception {
        try (Receiver receiver = new Receiver();
                Simulator simulator = lamp().webhook(receiver.url(), "s3cret").start()) {
            Client client = new Client(simulator);
            long id = done(client.admin("POST", "/repos/lumen/lamp/runs", "{\"workflow\": \"Release\"}"))
                    .path("id")
                    .asLong();
            String run = "/repos/lumen/lamp/runs/" + id;
            done(client.admin("POST", run + "/complete", "{\"conclusion\": \"failure\"}"));
            done(client.admin("POST", run + "/rerun", ""));

            for (String action : List.of("requested", "in_progress", "completed", "requested", "in_progress")) {
                JsonNode payload =
                        Client.JSON.readTree(receiver.awaitEvent("workflow_run").body());
                assertThat(payload.path("action").asText()).isEqualTo(action);
            }
            assertThat(client.json("/repos/lumen/lamp/actions/runs/" + id)
                            .path("run_attempt")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_delivery_is_sent_again_under_its_guid() throws Exception {
        try (Receiver receiver = new Receiver();
                Simulator simulator = lamp().start()) {
            Client client = new Client(simulator);
            done(client.admin("PUT", "/webhook", "{\"url\": \"" + receiver.url() + "\", \"secret\": \"x\"}"));
            receiver.awaitEvent("ping");
            String guid = Client.JSON
                    .readTree(client.admin("GET", "/deliveries", "").body())
                    .at("/0/guid")
                    .asText();

            assertThat(client.admin("POST", "/deliveries/" + guid + "/redeliver", "")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(receiver.awaitEvent("ping").guid()).isEqualTo(guid);
        }
    }

    @Test
    void what_cannot_be_done_is_said_clearly() throws Exception {
        try (Simulator simulator = lamp().start()) {
            Client client = new Client(simulator);

            assertThat(client.admin("POST", "/repos/lumen/lamp/issues", "{}"))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                    .satisfies(answer -> assertThat(answer.body()).contains("title"));
            assertThat(client.admin("POST", "/repos/lumen/lamp/issues/1/close", "")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(client.admin("POST", "/repos/lumen/lamp/issues/one/close", "")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(client.admin("POST", "/repos/lumen/nope/issues", "{\"title\": \"x\"}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(client.admin("PUT", "/webhook", "{\"url\": \"somewhere\"}")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(client.admin("POST", "/repos/lumen/lamp/issues", "{").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void requests_are_counted_and_faults_come_as_often_as_asked() throws Exception {
        try (Simulator simulator = lamp().start()) {
            Client client = new Client(simulator);
            done(client.admin("POST", "/faults", "{\"match\": \"/user$\", \"status\": 502, \"times\": 1}"));

            assertThat(client.get("/user").statusCode()).isEqualTo(502);
            HttpResponse<String> fine = client.get("/user");
            client.get(
                    "/user", "If-None-Match", fine.headers().firstValue("etag").orElseThrow());
            JsonNode totals = done(client.admin("GET", "/requests", ""));
            assertThat(totals.path("total").asInt()).isEqualTo(3);
            assertThat(totals.path("counted").asInt()).isEqualTo(2);
            done(client.admin("DELETE", "/requests", ""));
            assertThat(simulator.requests().totals().total()).isZero();
        }
    }

    @Test
    void a_newcomer_can_review() throws Exception {
        try (Simulator simulator = lamp().start()) {
            Client client = new Client(simulator);
            done(client.admin("POST", "/accounts", "{\"login\": \"zed\", \"name\": \"Zed Zorn\"}"));
            int number = done(client.admin("POST", "/repos/lumen/lamp/pulls", "{\"title\": \"Glow\"}"))
                    .path("number")
                    .asInt();
            done(client.admin(
                    "POST",
                    "/repos/lumen/lamp/pulls/" + number + "/review",
                    "{\"author\": \"zed\", \"state\": \"COMMENTED\"}"));

            assertThat(client.json("/repos/lumen/lamp/pulls/" + number + "/reviews")
                            .at("/0/user/login")
                            .asText())
                    .isEqualTo("zed");
        }
    }

    @Test
    void the_story_goes_on_beside_what_people_do_and_a_restart_finds_both_as_they_were(@TempDir Path directory) {
        Path journal = directory.resolve("journal");
        Simulator.Builder demo = Simulator.builder()
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .firstDay(LocalDate.parse("2026-02-01"))
                .journal(journal);
        List<String> before;
        try (Simulator first = demo.start()) {
            Client client = new Client(first);
            for (Pull pull : openPulls(first)) {
                first.change(path(pull) + "/close", Client.JSON.createObjectNode());
            }
            assertThat(admin(client, "{\"advance\": \"PT90H\"}")).isEqualTo(200);
            ObjectNode title = Client.JSON.createObjectNode().put("title", "After some days");
            first.change("repos/acme/storefront/issues", title);
            assertThat(admin(client, "{\"advance\": \"PT9H\"}")).isEqualTo(200);
            before = truth(first);
        }
        cutOff(journal);
        try (Simulator second = demo.start()) {
            assertThat(truth(second)).isEqualTo(before).anyMatch(line -> line.contains("After some days"));
        }
    }

    private static int admin(Client client, String clock) {
        try {
            return client.admin("PUT", "/clock", clock).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** As a process leaves it that is killed while it writes. */
    private static void cutOff(Path journal) {
        try {
            Files.writeString(journal, "{\"at\":\"2026-03-0", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Pull> openPulls(Simulator simulator) {
        return simulator.world().repos().stream()
                .flatMap(repo -> repo.pulls().filter(Pull::isOpen))
                .toList();
    }

    private static String path(Item item) {
        return "repos/" + item.repo().fullName() + "/pulls/" + item.number();
    }

    private static List<String> truth(Simulator simulator) {
        return simulator.world().repos().stream()
                .flatMap(repo -> repo.items().stream())
                .map(item -> item.repo().name() + "#" + item.number() + " " + item.id() + " " + item.title() + " "
                        + item.updatedAt() + " " + item.closedAt())
                .toList();
    }
}

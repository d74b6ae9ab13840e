package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.hook.Mishaps;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hooks are registered, told, logged and told again as GitHub does it, and deliveries go astray on demand. */
class HooksIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Simulator simulator = Simulator.builder()
            .datasets(List.of(Path.of("src", "test", "resources", "datasets", "lamp")))
            .start();
    private final Receiver receiver;

    HooksIT() throws Exception {
        receiver = new Receiver();
    }

    @BeforeEach
    void somebodyElse() {
        Eventful.change(simulator, "/accounts", "{'login':'olga'}");
    }

    @AfterEach
    void stop() {
        receiver.close();
        simulator.close();
    }

    @Test
    void a_new_hook_is_pinged_and_hears_only_of_its_events() throws Exception {
        JsonNode hook = create("issues", "json");
        assertThat(hook.at("/config/secret").asText()).isEqualTo("********");
        assertThat(receiver.awaitEvent("ping").signatureMatches("s3cret")).isTrue();

        Eventful.change(simulator, "/repos/lumen/lamp/star", "{'actor':'olga'}");
        Eventful.change(simulator, "/repos/lumen/lamp/issues", "{'title':'One'}");
        assertThat(receiver.next().event()).isEqualTo("issues");
    }

    @Test
    void the_log_tells_of_each_attempt_and_a_redelivery_keeps_the_guid() throws Exception {
        String base =
                "/repos/lumen/lamp/hooks/" + create("issues", "json").path("id").asText();
        for (int i = 0; i < 4; i++) {
            Eventful.change(simulator, "/repos/lumen/lamp/issues", "{'title':'Another'}");
            receiver.awaitEvent("issues");
        }
        JsonNode newest = await(base + "/deliveries", 5).get(0);
        assertThat(newest.path("status").asText()).isEqualTo("OK");
        assertThat(newest.path("redelivery").asBoolean()).isFalse();

        assertThat(send("POST", base + "/deliveries/" + newest.path("id").asText() + "/attempts", "")
                        .statusCode())
                .isEqualTo(202);
        assertThat(receiver.awaitEvent("issues").guid())
                .isEqualTo(newest.path("guid").asText());
        JsonNode again = await(base + "/deliveries", 6).get(0);
        assertThat(again.path("redelivery").asBoolean()).isTrue();
        assertThat(again.path("guid")).isEqualTo(newest.path("guid"));
        assertThat(again.path("id")).isNotEqualTo(newest.path("id"));
        JsonNode whole =
                body(send("GET", base + "/deliveries/" + again.path("id").asText(), ""));
        assertThat(whole.at("/request/headers/X-GitHub-Event").asText()).isEqualTo("issues");
        assertThat(whole.at("/request/payload/issue/title").asText()).isEqualTo("Another");
        assertThat(new Client(simulator).all(base + "/deliveries?per_page=2")).hasSize(6);
    }

    @Test
    void attempts_of_more_than_three_days_ago_are_forgotten() throws Exception {
        String base =
                "/repos/lumen/lamp/hooks/" + create("issues", "json").path("id").asText();
        await(base + "/deliveries", 1);
        simulator.world().clock().advance(Duration.ofDays(3).plusSeconds(1));
        assertThat(body(send("GET", base + "/deliveries", ""))).isEmpty();
    }

    @Test
    void a_form_carries_the_payload_in_a_field_and_is_signed_as_it_is_sent() throws Exception {
        create("issues", "form");
        Eventful.change(simulator, "/repos/lumen/lamp/issues", "{'title':'Ünïcode &='}");
        Receiver.Received received = receiver.awaitEvent("issues");
        assertThat(received.signatureMatches("s3cret")).isTrue();
        String form = new String(received.body(), StandardCharsets.UTF_8);
        assertThat(form).startsWith("payload=");
        assertThat(Client.JSON
                        .readTree(URLDecoder.decode(form.substring(8), StandardCharsets.UTF_8))
                        .at("/issue/title")
                        .asText())
                .isEqualTo("Ünïcode &=");
    }

    @Test
    void deliveries_are_lost_doubled_and_reversed_on_demand() throws Exception {
        create("issues", "json");
        receiver.awaitEvent("ping");
        Mishaps mishaps = simulator.webhooks().mishaps();

        mishaps.lose(1);
        Eventful.change(simulator, "/repos/lumen/lamp/issues", "{'title':'lost'}");
        Eventful.change(simulator, "/repos/lumen/lamp/issues", "{'title':'kept'}");
        assertThat(title(receiver.next())).isEqualTo("kept");

        mishaps.repeat(1);
        Eventful.change(simulator, "/repos/lumen/lamp/issues", "{'title':'twice'}");
        Receiver.Received first = receiver.next();
        assertThat(receiver.next().guid()).isEqualTo(first.guid());

        mishaps.reverse(3);
        for (String title : List.of("a", "b", "c", "d")) {
            Eventful.change(simulator, "/repos/lumen/lamp/issues", "{'title':'" + title + "'}");
        }
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            order.add(title(receiver.next()));
        }
        assertThat(order).containsExactly("c", "b", "a", "d");
    }

    @Test
    void what_is_held_back_is_sent_when_the_mishaps_end() throws Exception {
        create("issues", "json");
        receiver.awaitEvent("ping");
        Client client = new Client(simulator);
        client.admin("PUT", "/mishaps", "{\"reverse\": 5}");
        Eventful.change(simulator, "/repos/lumen/lamp/issues", "{'title':'held'}");
        client.admin("PUT", "/mishaps", "{}");
        assertThat(title(receiver.next())).isEqualTo("held");
    }

    @Test
    void only_administrators_see_and_make_hooks() throws Exception {
        simulator.addToken("olgas", simulator.world().account("olga").orElseThrow());
        for (String method : List.of("GET", "POST")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/repos/lumen/lamp/hooks"))
                    .header("Authorization", "Bearer olgas")
                    .header("User-Agent", "test")
                    .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(404);
        }
    }

    private JsonNode create(String event, String contentType) throws Exception {
        HttpResponse<String> answer = send(
                "POST",
                "/repos/lumen/lamp/hooks",
                ("{'name':'web','events':['" + event + "'],'config':{'url':'" + receiver.url()
                                + "','secret':'s3cret','content_type':'" + contentType + "'}}")
                        .replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return body(answer);
    }

    /** The log once it holds that many entries; a delivery is written down after its answer. */
    private JsonNode await(String path, int entries) throws Exception {
        JsonNode log = body(send("GET", path, ""));
        for (int tries = 0; log.size() < entries && tries < 100; tries++) {
            Thread.sleep(20);
            log = body(send("GET", path, ""));
        }
        assertThat(log).hasSize(entries);
        return log;
    }

    private static String title(Receiver.Received received) throws Exception {
        return Client.JSON.readTree(received.body()).at("/issue/title").asText();
    }

    private static JsonNode body(HttpResponse<String> answer) throws Exception {
        return Client.JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .header("Authorization", "Bearer " + simulator.token())
                .header("User-Agent", "test")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}

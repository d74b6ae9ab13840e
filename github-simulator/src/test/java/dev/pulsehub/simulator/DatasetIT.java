package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.dataset.DatasetRejected;
import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetIT {

    private static final Path LAMP = Path.of("src", "test", "resources", "datasets", "lamp");
    private static final Path QUERIES = Path.of("..", "ejb-core", "src", "main", "resources", "graphql");

    private static Simulator simulator;
    private static Client client;
    private static Repo lamp;

    @BeforeAll
    static void start() {
        simulator = Simulator.builder().datasets(List.of(LAMP)).start();
        client = new Client(simulator);
        lamp = simulator.world().repo("lumen", "lamp").orElseThrow();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void the_tokens_user_owns_the_first_repository() throws Exception {
        assertThat(client.json("/user").path("login").asText()).isEqualTo("lumen");
    }

    @Test
    void what_lists_leave_out_is_derived() throws Exception {
        JsonNode dim = client.json("/repos/lumen/lamp/pulls/2");

        assertThat(dim.path("merged").asBoolean()).isTrue();
        assertThat(dim.path("additions").asInt()).isZero();
        assertThat(dim.at("/head/repo").isNull()).isTrue();
        assertThat(dim.path("id").asLong()).isEqualTo(9002);
        assertThat(client.json("/repos/lumen/lamp/issues/2").path("id").asLong())
                .isEqualTo(7002);
    }

    @Test
    void a_merge_without_events_gets_them_marked_as_implied() {
        assertThat(lamp.pull(2).orElseThrow().happenings())
                .extracting(Happening::kind, Happening::implied)
                .containsExactly(tuple("merged", true), tuple("closed", true));
    }

    @Test
    void an_event_a_second_after_its_state_is_the_same_event_and_two_files_tell_it_once() {
        assertThat(lamp.pull(4).orElseThrow().happenings())
                .extracting(Happening::id, Happening::implied)
                .containsExactly(tuple(13001L, false));
    }

    @Test
    void comments_without_their_review_become_one_submitted_with_the_first() {
        Pull dim = lamp.pull(2).orElseThrow();

        assertThat(dim.reviews()).filteredOn(Review::implied).singleElement().satisfies(review -> {
            assertThat(review.id()).isEqualTo(12001);
            assertThat(review.state()).isEqualTo("COMMENTED");
            assertThat(review.submittedAt()).isEqualTo(Instant.parse("2021-02-04T12:00:00Z"));
            assertThat(review.author().orElseThrow().name()).contains("Ira Moss");
        });
    }

    @Test
    void states_in_capitals_are_read_and_int64_ids_kept() throws Exception {
        JsonNode run = client.json("/repos/lumen/lamp/actions/runs").at("/workflow_runs/0");

        assertThat(run.path("id").asLong()).isEqualTo(20_000_000_001L);
        assertThat(run.path("conclusion").asText()).isEqualTo("failure");
        assertThat(run.path("run_attempt").asInt()).isEqualTo(2);
        assertThat(client.json("/repos/lumen/lamp/actions/runs/20000000001/jobs")
                        .at("/jobs/0/name")
                        .asText())
                .isEqualTo("build");
    }

    @Test
    void every_query_of_the_product_is_answered_without_errors() throws Exception {
        try (Stream<Path> files = Files.list(QUERIES)) {
            for (Path file : files.toList()) {
                int number = file.getFileName().toString().startsWith("pull") ? 4 : 3;
                JsonNode answer = client.query(
                        Files.readString(file),
                        Map.of("login", "lumen", "owner", "lumen", "name", "lamp", "first", 20, "number", number));

                assertThat(answer.path("errors").toString())
                        .describedAs("%s", file.getFileName())
                        .isEmpty();
            }
        }
    }

    @Test
    void a_ghost_is_null_on_both_sides() throws Exception {
        JsonNode graphql = client.query(
                "{ repository(owner: \"lumen\", name: \"lamp\") { issue(number: 3) { author { login } } } }", Map.of());

        assertThat(graphql.at("/data/repository/issue/author").isNull()).isTrue();
        assertThat(client.json("/repos/lumen/lamp/issues/3").path("user").isNull())
                .isTrue();
    }

    @Test
    void new_things_get_ids_beyond_the_recorded_ones() {
        try (Simulator other = Simulator.builder().datasets(List.of(LAMP)).start()) {
            assertThat(other.change(
                                    "repos/lumen/lamp/issues",
                                    Client.JSON.createObjectNode().put("title", "New"))
                            .path("id")
                            .asLong())
                    .isGreaterThan(20_000_000_002L);
        }
    }

    @Test
    void a_bad_element_is_named(@TempDir Path folder) throws IOException {
        Files.copy(LAMP.resolve("repo.json"), folder.resolve("repo.json"));
        Files.writeString(folder.resolve("issues.json"), """
                [{"id": 1, "number": 1, "title": "Fine", "created_at": "2021-01-01T00:00:00Z",
                  "updated_at": "2021-01-01T00:00:00Z"},
                 {"id": 2, "number": 2, "title": "When?", "created_at": "yesterday"}]
                """);

        assertThatThrownBy(() ->
                        Simulator.builder().datasets(List.of(folder)).start().close())
                .isInstanceOf(DatasetRejected.class)
                .hasMessageContaining("issues.json[1]")
                .hasMessageContaining("yesterday");
    }

    @Test
    void a_folder_without_a_repository_is_refused(@TempDir Path folder) {
        assertThatThrownBy(() ->
                        Simulator.builder().datasets(List.of(folder)).start().close())
                .isInstanceOf(DatasetRejected.class)
                .hasMessageContaining("repo.json");
    }
}

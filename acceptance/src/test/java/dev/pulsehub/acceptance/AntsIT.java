package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real repository against results computed independently. Skipped where the folder is not beside the project. */
class AntsIT {

    private static final Path FOLDER =
            Path.of("..", "..", "shared", "data", "ants").toAbsolutePath().normalize();

    private static final List<String> FAILED = List.of("failure", "timed_out", "startup_failure");

    private static @Nullable RunningStack stack;
    private static JsonNode expected = new ObjectMapper().createObjectNode();

    @BeforeAll
    static void a_stack_over_the_folder() throws Exception {
        String named = System.getProperty("pulsehub.ants", FOLDER.toString());
        Path folder = Path.of(named);
        assumeThat(folder)
                .as("no dataset folder at " + folder + "; name one with -Dpulsehub.ants=folder")
                .isDirectory();
        expected = new ObjectMapper().readTree(Files.readString(folder.resolve("expected.json")));
        stack = RunningStack.of("ants", Map.of("DATASET", folder.toString()));
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void pull_requests_have_the_expected_states_and_durations() throws Exception {
        Map<Integer, JsonNode> shown = byNumber(stack().list("/api/v1/pulls?bots=1&limit=100"));
        List<String> wrong = new ArrayList<>();
        for (JsonNode pull : expected.path("pulls")) {
            JsonNode ours = shown.getOrDefault(pull.path("number").asInt(), MissingNode.getInstance());
            String name = "#" + pull.path("number");
            compare(wrong, name + " state", ours.path("state"), pull.path("status"));
            compare(
                    wrong,
                    name + " open to merge",
                    ours.path("open_to_merge_seconds"),
                    pull.path("time_to_merge_seconds"));
            compare(wrong, name + " first response", response(ours), pull.path("first_human_response_seconds"));
        }
        assertThat(wrong).isEmpty();
        assertThat(shown).hasSize(expected.path("pulls").size());
    }

    @Test
    void issues_have_the_expected_lead_times() throws Exception {
        Map<Integer, JsonNode> shown = byNumber(stack().list("/api/v1/issues?bots=1&limit=100"));
        List<String> wrong = new ArrayList<>();
        for (JsonNode issue : expected.path("issues")) {
            JsonNode ours = shown.getOrDefault(issue.path("number").asInt(), MissingNode.getInstance());
            compare(wrong, "#" + issue.path("number"), ours.path("lead_seconds"), issue.path("lead_seconds"));
        }
        assertThat(wrong).isEmpty();
        assertThat(shown).hasSize(26);
    }

    @Test
    void runs_succeed_as_often_as_expected() throws Exception {
        int success = 0;
        int failure = 0;
        for (JsonNode run : stack().list("/api/v1/runs?bots=1&limit=100")) {
            String conclusion = run.path("conclusion").asText();
            success += conclusion.equals("success") ? 1 : 0;
            failure += FAILED.contains(conclusion) ? 1 : 0;
        }
        assertThat(success).isEqualTo(18);
        assertThat(failure).isEqualTo(5);
    }

    @Test
    void the_overview_of_all_time_shows_the_same() throws Exception {
        try (Chromium chromium = Chromium.open();
                Chromium.Window window = chromium.window(stack(), "light", 1440, 900)) {
            Page page = window.page();
            page.navigate(stack().web("/app?range=all"));
            assertThat(page.locator("[data-card=card-pulls-merged]").innerText())
                    .contains("26");
            assertThat(page.locator("[data-card=card-run-success-rate]").innerText())
                    .contains("78.3");
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static RunningStack stack() {
        if (stack == null) {
            throw new IllegalStateException("the stack is not running");
        }
        return stack;
    }

    /** Seconds from opening to the first answer of a human. */
    private static JsonNode response(JsonNode pull) {
        if (!pull.hasNonNull("first_response_at")) {
            return pull.path("first_response_at");
        }
        long seconds = java.time.Duration.between(
                        java.time.Instant.parse(pull.path("created_at").asText()),
                        java.time.Instant.parse(pull.path("first_response_at").asText()))
                .toSeconds();
        return new ObjectMapper().getNodeFactory().numberNode(seconds);
    }

    private static void compare(List<String> wrong, String what, JsonNode ours, JsonNode theirs) {
        if (!ours.asText().equals(theirs.asText())) {
            wrong.add(what + ": shown " + ours + ", expected " + theirs);
        }
    }

    private static Map<Integer, JsonNode> byNumber(JsonNode rows) {
        Map<Integer, JsonNode> byNumber = new TreeMap<>();
        rows.forEach(row -> byNumber.put(row.path("number").asInt(), row));
        return byNumber;
    }
}

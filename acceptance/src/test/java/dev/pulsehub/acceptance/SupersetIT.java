package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Superset's dashboards in Pulse-Hub's pages, and what its guests can and cannot read. */
class SupersetIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SUPERSET =
            Path.of("..", "superset").toAbsolutePath().normalize();
    private static final Map<String, Integer> CHARTS = Map.of(
            "repository-overview",
            7,
            "issue-velocity",
            8,
            "pr-analytics",
            9,
            "team-performance",
            9,
            "actions-monitor",
            10);
    private static RunningStack stack;

    @BeforeAll
    static void wait_for_superset() throws Exception {
        stack = RunningStack.acme();
        stack.await(
                "Superset is healthy",
                Duration.ofMinutes(10),
                () -> stack.get(stack.web("/api/proxy/superset/health")).statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource({"light, 1440", "dark, 1440", "light, 390", "dark, 390"})
    void every_dashboard_shows_data_in_every_chart(String theme, int width) throws Exception {
        try (Chromium chromium = Chromium.open();
                Chromium.Window window = chromium.window(stack, theme, width, 900)) {
            for (Map.Entry<String, Integer> dashboard : CHARTS.entrySet()) {
                List<Response> answers = open(window.page(), dashboard.getKey(), dashboard.getValue());
                for (Response answer : answers) {
                    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                    assertThat(JSON.readTree(answer.text())
                                    .path("result")
                                    .path(0)
                                    .path("data"))
                            .as(answer.request().postData())
                            .isNotEmpty();
                }
                assertThat(window.page().evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(width);
            }
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void the_frame_around_a_dashboard_is_usable_by_everyone() throws Exception {
        try (Chromium chromium = Chromium.open();
                Chromium.Window window = chromium.window(stack, "light", 1440, 900)) {
            open(window.page(), "pr-analytics", 9);
            assertThat(new AxeBuilder(window.page())
                            .exclude("iframe").analyze().getViolations().stream()
                                    .filter(rule ->
                                            List.of("serious", "critical").contains(rule.getImpact()))
                                    .map(rule -> rule.getId() + " " + rule.getNodes()))
                    .isEmpty();
        }
    }

    @Test
    void a_guest_of_another_organization_sees_other_numbers_and_no_row_of_ours() throws Exception {
        try (SecondOrganization globex = SecondOrganization.beside(stack)) {
            List<String> questions = questions();
            String ours = "acme/";
            Guest own = guest(List.of("organization_id IN (" + globex.first() + ")"));
            Guest other = guest(List.of(
                    "organization_id IN (" + globex.id() + ")", "repository_id IN (" + SecondOrganization.REPO + ")"));
            Guest nobody = guest(List.of("1=0"));
            boolean shown = false;
            for (String question : questions) {
                JsonNode theirs = other.rows(question);
                assertThat(other.ask(question).statusCode()).isEqualTo(200);
                assertThat(theirs.toString())
                        .doesNotContain(ours)
                        .isNotEqualTo(own.rows(question).toString());
                assertThat(own.rows(question).toString()).doesNotContain(SecondOrganization.TITLE);
                assertThat(nobody.rows(question).toString()).doesNotContain(ours, SecondOrganization.TITLE);
                shown |= theirs.toString().contains(SecondOrganization.TITLE);
            }
            assertThat(shown).isTrue();
        }
    }

    @Test
    void the_way_to_superset_is_narrow() throws Exception {
        assertThat(stack.get(stack.web("/api/superset/api/v1/database/")).statusCode())
                .isEqualTo(404);
        assertThat(stack.get(stack.web("/api/superset/health")).statusCode()).isEqualTo(404);
        assertThat(stack.get(stack.web("/api/superset/api/v1/me/roles/")).statusCode())
                .isEqualTo(401);
        HttpResponse<String> page = stack.get(stack.web("/api/superset/embedded/084158ad-9cad-5b6e-9b47-295b2f8ce449"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'");
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            HttpRequest token = HttpRequest.newBuilder(URI.create(stack.web("/api/superset-token/pr-analytics")))
                    .header("Origin", stack.address("WEB_URL"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(stranger.send(token, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    /**
     * The tests in Python, on the Superset of this stack: rules, bundle, and the attacks with and without our manager.
     */
    @Test
    void the_attacks_on_the_running_superset_are_refused() throws Exception {
        Path log = stack.home().resolve("logs/superset-tests.txt");
        Map<String, String> environment = environmentOfSuperset();
        String python = Path.of(environment.get("PULSE_PYTHON")).toString();
        Path tools = Files.createTempDirectory("superset-tests");
        run(
                log,
                environment,
                List.of(
                        python,
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--no-deps",
                        "--require-hashes",
                        "--target",
                        tools.toString(),
                        "--requirement",
                        SUPERSET.resolve("requirements-test.txt").toString()));
        environment.put("PYTHONPATH", SUPERSET + ":" + tools);
        run(log, environment, List.of(python, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "tests"));
        assertThat(Files.readString(log)).contains(" passed").doesNotContain("skipped");
    }

    private static List<Response> open(Page page, String dashboard, int charts) {
        List<Response> answers = new ArrayList<>();
        java.util.function.Consumer<Response> listener = answer -> {
            String body = answer.request().postData();
            if (answer.url().contains("/api/v1/chart/data") && body != null && !body.contains("NATIVE_FILTER\"")) {
                answers.add(answer);
            }
        };
        page.onResponse(listener);
        page.navigate(stack.web("/app/analytics/" + dashboard));
        page.locator("[data-analytics][aria-busy='false']").waitFor();
        for (int i = 0; answers.size() < charts && i < 60; i++) {
            page.mouse().wheel(0, 400);
            page.waitForTimeout(500);
        }
        page.offResponse(listener);
        assertThat(answers).as(dashboard).hasSizeGreaterThanOrEqualTo(charts);
        return answers;
    }

    /** What the page asks for the charts of PR Analytics. */
    private static List<String> questions() {
        try (Chromium chromium = Chromium.open();
                Chromium.Window window = chromium.window(stack, "light", 1440, 900)) {
            return open(window.page(), "pr-analytics", 9).stream()
                    .map(answer -> answer.request().postData())
                    .toList();
        }
    }

    private static Guest guest(List<String> rules) throws Exception {
        Properties kept = new Properties();
        kept.load(new StringReader(Files.readString(stack.home().resolve("stack.properties"))));
        return new Guest(
                stack.address("SUPERSET_URL"),
                kept.getProperty("superset-guest-secret"),
                "084158ad-9cad-5b6e-9b47-295b2f8ce449",
                rules);
    }

    private static Map<String, String> environmentOfSuperset() throws Exception {
        String pid = Files.readString(stack.home().resolve("superset.pid")).strip();
        Map<String, String> environment = new java.util.HashMap<>();
        Stream.of(Files.readString(Path.of("/proc", pid, "environ")).split("\0", -1))
                .filter(line -> line.contains("="))
                .forEach(line ->
                        environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        String command = Files.readString(Path.of("/proc", pid, "cmdline"));
        environment.put("PULSE_PYTHON", command.substring(0, command.indexOf('\0')));
        return environment;
    }

    private static void run(Path log, Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(SUPERSET.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}

package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scripts that look at a deployment from outside, held against the running stack and against what is none. */
class DeploymentScriptsIT {

    private record Outcome(int code, String said) {}

    private static Outcome run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add("bash");
        command.add(Path.of("..", "deploy", "scripts", script).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    @Test
    void the_smoke_test_passes() throws IOException, InterruptedException {
        Outcome outcome = run("smoke-test.sh", RunningStack.acme().web(""), "--local");

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said()).contains("checks passed").doesNotContain("FAILED");
    }

    @Test
    void the_smoke_test_notices_what_is_not_pulse_hub() throws IOException, InterruptedException {
        Outcome outcome = run("smoke-test.sh", RunningStack.acme().address("SIMULATOR_URL"), "--local");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("FAILED  /health/ready", "FAILED  /: it is Pulse-Hub");
    }

    @Test
    void the_health_check_tells_of_each_service() throws IOException, InterruptedException {
        Outcome outcome = run("health-check.sh", RunningStack.acme().web("/"), "--timeout", "30", "--allow-degraded");

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said()).containsPattern("database +healthy").containsPattern("overall +(ok|degraded)");
    }

    @Test
    void the_monitors_look_for_what_is_there() throws IOException, InterruptedException {
        JsonNode monitors = new ObjectMapper()
                .readTree(Path.of("..", "deploy", "monitoring", "uptimerobot.json")
                        .toFile())
                .path("monitors");

        assertThat(monitors).hasSize(2);
        for (JsonNode monitor : monitors) {
            String path = monitor.path("url").asText().replaceFirst("https://[^/]+", "");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create(RunningStack.acme().web(path)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            List<String> codes = new ArrayList<>();
            monitor.path("successHttpResponseCodes").forEach(code -> codes.add(code.asText()));
            assertThat(codes.isEmpty() ? List.of("200") : codes)
                    .as(path)
                    .contains(Integer.toString(answer.statusCode()));
            // Beside the database, what is starting makes it "degraded" for a while.
            assertThat(answer.body().replace("degraded", "ok"))
                    .contains(monitor.path("keywordValue").asText());
        }
    }

    @Test
    void the_health_check_notices_what_is_not_pulse_hub() throws IOException, InterruptedException {
        Outcome outcome = run("health-check.sh", RunningStack.acme().address("SIMULATOR_URL"), "--timeout", "1");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("not ready", "does not answer as Pulse-Hub does");
    }
}

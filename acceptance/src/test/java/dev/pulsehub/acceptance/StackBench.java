package dev.pulsehub.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code make bench}: what a fresh stack asks of GitHub and how long its pages take, as ratios. Holds nothing. */
class StackBench {

    private static final int VIEWS = 40;
    private static final int IDLE_MINUTES = 2;

    private final List<String> lines = new ArrayList<>();

    @Test
    void measures_a_fresh_stack() throws Exception {
        try (RunningStack stack = RunningStack.of("bench", java.util.Map.of())) {
            requests(stack);
            pages(stack);
            memory(stack);
        }
        Path report = Path.of("..", "docs", "benchmarks.md");
        Files.writeString(report, """
                # Benchmarks

                Written by `make bench` on the machine at hand: the demo organisation, a fresh stack. Ratios compare within one
                run; times compare only on one machine.

                """ + String.join("\n", lines) + "\n");
        System.getLogger(StackBench.class.getName())
                .log(System.Logger.Level.INFO, () -> "\n" + String.join("\n", lines));
    }

    private void requests(RunningStack stack) throws Exception {
        JsonNode first = counters(stack, "GET");
        long items = stack.progress().orElseThrow().items();
        lines.add("## Requests to GitHub\n");
        lines.add("| what | counted requests | points | per 1,000 things |\n| --- | --- | --- | --- |");
        lines.add(String.format(
                Locale.ROOT,
                "| first synchronisation, %,d things | %d | %d | %.1f |",
                items,
                first.path("counted").asLong(),
                first.path("points").asLong(),
                first.path("counted").asLong() * 1000.0 / items));
        counters(stack, "DELETE");
        Thread.sleep(IDLE_MINUTES * 60_000L);
        JsonNode idle = counters(stack, "GET");
        lines.add(String.format(
                Locale.ROOT,
                "| the next %d minutes (%d requests in all) | %d | %d | |",
                IDLE_MINUTES,
                idle.path("total").asLong(),
                idle.path("counted").asLong(),
                idle.path("points").asLong()));
    }

    private static JsonNode counters(RunningStack stack, String method) throws Exception {
        String body = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.address("SIMULATOR_ADMIN_URL") + "/requests"))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(body);
    }

    private void pages(RunningStack stack) throws Exception {
        double unit = times(stack, "/health/live")[VIEWS / 2];
        lines.add("\n## Pages, after " + VIEWS + " views to warm up\n");
        lines.add("| page | median, ms | p95, ms | median as a multiple of /health/live |\n| --- | --- | --- | --- |");
        for (String path : List.of(
                "/health/live",
                "/app",
                "/app?range=all",
                "/app/pulls",
                "/app/issues",
                "/app/ci",
                "/app/repositories",
                "/api/v1/pulls?limit=100")) {
            times(stack, path);
            double[] times = times(stack, path);
            lines.add(String.format(
                    Locale.ROOT,
                    "| `%s` | %.1f | %.1f | %.1f |",
                    path,
                    times[VIEWS / 2],
                    times[VIEWS * 95 / 100],
                    times[VIEWS / 2] / unit));
        }
    }

    private static double[] times(RunningStack stack, String path) throws Exception {
        double[] times = new double[VIEWS];
        for (int i = 0; i < VIEWS; i++) {
            long begun = System.nanoTime();
            int status = stack.get(stack.web(path)).statusCode();
            times[i] = (System.nanoTime() - begun) / 1e6;
            if (status != 200) {
                throw new AssertionError(path + " answered " + status);
            }
        }
        Arrays.sort(times);
        return times;
    }

    private void memory(RunningStack stack) throws Exception {
        String pid = Files.readString(stack.home().resolve("web.pid")).strip();
        String peak = Files.readAllLines(Path.of("/proc", pid, "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElse("VmHWM: unknown");
        lines.add("\nMost memory the web service held (VmHWM), first synchronisation and all views above included: "
                + peak.substring(6).strip());
    }
}

package dev.pulsehub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Part of {@code make bench}: how large and how fast a world of 200,000 issues and pull requests is. Holds nothing. */
class SimulatorBench {

    private static final String TITLE = "\n## The simulated GitHub\n";
    private static final List<String> WORLD = List.of(
            "--issues",
            "100000",
            "--pulls",
            "100000",
            "--repos",
            "40",
            "--days",
            "1095",
            "--until",
            "2026-06-17T15:00:00Z");
    private static final int PAGES = 60;
    private static final String PULLS = """
            query($after: String) { repository(owner: "northwind", name: "platform") {
              pullRequests(first: 50, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
                pageInfo { endCursor }
                nodes { fullDatabaseId number title body state updatedAt author { login } labels(first: 20) { nodes { name } }
                  comments(first: 20) { nodes { fullDatabaseId createdAt author { login } } }
                  reviews(first: 20) { nodes { fullDatabaseId state submittedAt author { login } comments { totalCount } } }
                  commits(first: 30) { nodes { commit { oid authoredDate author { user { login } } } } }
                  timelineItems(first: 20, itemTypes: [CLOSED_EVENT, MERGED_EVENT]) { nodes { __typename } } } } } }
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> lines = new ArrayList<>();

    @Test
    void measures_a_large_world() throws Exception {
        long begun = System.nanoTime();
        Path output = Files.createTempFile("simulator", ".log");
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            String url = address(process, output);
            double seconds = (System.nanoTime() - begun) / 1e9;
            lines.add("`java -Xmx2g -XX:+UseSerialGC -jar github-simulator.jar " + String.join(" ", WORLD) + "`\n");
            lines.add("| what | measured |\n| --- | --- |");
            row("from start to first answer", "%.1f s", seconds);
            memory(process.pid());
            pages(url);
        } finally {
            process.destroy();
            process.waitFor();
        }
        write();
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(WORLD);
        command.addAll(List.of("--limit", "1000000"));
        return command;
    }

    private static String address(Process process, Path output) throws IOException, InterruptedException {
        while (process.isAlive()) {
            List<String> said = Files.readAllLines(output);
            if (said.stream().anyMatch(line -> line.startsWith("Token"))) {
                return said.stream()
                        .filter(line -> line.startsWith("API"))
                        .findFirst()
                        .orElseThrow()
                        .substring(7)
                        .strip();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError(Files.readString(output));
    }

    private void memory(long pid) throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String total = new String(histogram.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        histogram.waitFor();
        double bytes = Double.parseDouble(total.strip().split("\\s+")[2]);
        row("live objects", "%.0f MB", bytes / 1e6);
        row("for each issue or pull request, with all that belongs to it", "%,.0f bytes", bytes / 200_000);
        row("resident memory after the world was made (VmRSS)", "%.0f MB", status(pid, "VmRSS:") / 1e3);
    }

    private static double status(long pid, String key) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1.024)
                .findFirst()
                .orElseThrow();
    }

    private void pages(String url) throws Exception {
        String repo = url + "/repos/northwind/platform";
        int items = ask(HttpRequest.newBuilder(URI.create(repo + "/issues?state=all&per_page=1")))
                .get(0)
                .path("number")
                .asInt();
        lines.add(String.format(
                Locale.ROOT,
                "\nPages of the largest repository, %,d issues and pull requests, one after the other:\n",
                items));
        lines.add("| page | pages a second |\n| --- | --- |");
        for (String list : List.of("issues?state=all", "issues?state=all&sort=updated", "pulls?state=all")) {
            rest(repo + "/" + list + "&per_page=100&page=", 20);
            double rate = rest(repo + "/" + list + "&per_page=100&page=", PAGES);
            row("REST `" + list + "&per_page=100`", "%.1f", rate);
        }
        graphql(url, 20);
        row(
                "GraphQL, 50 pull requests with labels, comments, reviews, commits and events",
                "%.1f",
                graphql(url, PAGES));
    }

    private double rest(String url, int pages) throws Exception {
        long begun = System.nanoTime();
        for (int page = 1; page <= pages; page++) {
            if (ask(HttpRequest.newBuilder(URI.create(url + page))).size() != 100) {
                throw new AssertionError("page " + page + " is not full");
            }
        }
        return pages / ((System.nanoTime() - begun) / 1e9);
    }

    private double graphql(String url, int pages) throws Exception {
        long begun = System.nanoTime();
        String after = null;
        for (int page = 0; page < pages; page++) {
            String body = json.writeValueAsString(
                    Map.of("query", PULLS, "variables", after == null ? Map.of() : Map.of("after", after)));
            JsonNode list = ask(HttpRequest.newBuilder(URI.create(url + "/graphql"))
                            .POST(HttpRequest.BodyPublishers.ofString(body)))
                    .at("/data/repository/pullRequests");
            if (list.path("nodes").size() != 50) {
                throw new AssertionError("page " + page + " is not full");
            }
            after = list.at("/pageInfo/endCursor").asText();
        }
        return pages / ((System.nanoTime() - begun) / 1e9);
    }

    private JsonNode ask(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(
                request.header("Authorization", "Bearer ghp_demo_owner_token")
                        .header("User-Agent", "bench")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private void row(String what, String format, double number) {
        lines.add("| " + what + " | " + String.format(Locale.ROOT, format, number) + " |");
    }

    /** Replaces its own part of the report and leaves the rest. */
    private void write() throws IOException {
        Path report = Path.of("..", "docs", "benchmarks.md");
        String before = Files.exists(report)
                ? Files.readString(report)
                : "# Benchmarks\n\nWritten by `make bench` on the machine at hand.\n";
        int begin = before.indexOf(TITLE);
        int next = begin < 0 ? -1 : before.indexOf("\n## ", begin + 1);
        String rest = begin < 0 ? before : before.substring(0, begin) + (next < 0 ? "" : before.substring(next));
        Files.writeString(report, rest.stripTrailing() + "\n" + TITLE + "\n" + String.join("\n", lines) + "\n");
        System.getLogger(SimulatorBench.class.getName())
                .log(System.Logger.Level.INFO, () -> "\n" + String.join("\n", lines));
    }
}

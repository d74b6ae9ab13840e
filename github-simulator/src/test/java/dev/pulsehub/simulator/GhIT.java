package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Label;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's gh, which reaches the simulator as its proxy: a plain-HTTP host and whole addresses in its requests. */
class GhIT {

    @TempDir
    static Path folder = Path.of("");

    private static Simulator simulator;
    private static Repo repo;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(hasGh()).as("no gh on this machine: apt-get install gh").isTrue();
        simulator = Eventful.start();
        repo = simulator.world().repo("acme", "storefront").orElseThrow();
    }

    @AfterAll
    static void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private static boolean hasGh() throws InterruptedException {
        try {
            return new ProcessBuilder("gh", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String gh(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("gh"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-R", "acme/storefront"));
        Path output = Files.createTempFile(folder, "gh", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("GH_HOST", "github.localhost");
        builder.environment().put("GH_TOKEN", simulator.token());
        builder.environment().put("GH_CONFIG_DIR", folder.toString());
        builder.environment().put("GH_NO_UPDATE_NOTIFIER", "1");
        builder.environment()
                .put(
                        "HTTP_PROXY",
                        "http://127.0.0.1:" + URI.create(simulator.url()).getPort());
        builder.environment().remove("http_proxy");
        builder.environment().remove("NO_PROXY");
        builder.environment().remove("no_proxy");
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(command.toString()).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    private static JsonNode list(String what, String fields, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(what, "list", "--limit", "1000", "--json", fields));
        arguments.addAll(List.of(more));
        return Client.JSON.readTree(gh(arguments.toArray(String[]::new)));
    }

    @Test
    void issues_are_listed_with_their_authors_labels_and_bodies() throws Exception {
        JsonNode issues = list("issue", "number,title,state,author,labels,body,assignees,comments", "--state", "all");

        assertThat(issues).hasSize((int) repo.issues().count()).allSatisfy(seen -> {
            Issue issue = repo.issue(seen.path("number").asInt()).orElseThrow();
            assertThat(seen.path("title").asText()).isEqualTo(issue.title());
            assertThat(seen.path("state").asText()).isEqualTo(issue.isOpen() ? "OPEN" : "CLOSED");
            assertThat(seen.at("/author/login").asText())
                    .isEqualTo(issue.author().map(GhIT::login).orElse(""));
            assertThat(seen.path("labels"))
                    .extracting(label -> label.path("name").asText())
                    .containsExactlyInAnyOrderElementsOf(
                            issue.labels().stream().map(Label::name).toList());
            assertThat(seen.path("body").asText()).isEqualTo(issue.body().orElse(""));
            assertThat(seen.path("assignees")).hasSize(issue.assignees().size());
            assertThat(seen.path("comments")).hasSize(issue.comments().size());
        });
    }

    private static String login(Account account) {
        return account.login().replace("[bot]", "");
    }

    @Test
    void pull_requests_are_listed_with_their_reviews_and_sizes() throws Exception {
        JsonNode pulls = list(
                "pr",
                "number,title,state,isDraft,additions,deletions,changedFiles,headRefName,mergedAt,reviews",
                "--state",
                "all");

        assertThat(pulls).hasSize((int) repo.pulls().count()).allSatisfy(seen -> {
            Pull pull = repo.pull(seen.path("number").asInt()).orElseThrow();
            assertThat(seen.path("title").asText()).isEqualTo(pull.title());
            assertThat(seen.path("state").asText()).isEqualTo(pull.state());
            assertThat(seen.path("isDraft").asBoolean()).isEqualTo(pull.draft());
            assertThat(seen.path("additions").asInt()).isEqualTo(pull.additions());
            assertThat(seen.path("deletions").asInt()).isEqualTo(pull.deletions());
            assertThat(seen.path("changedFiles").asInt()).isEqualTo(pull.changedFiles());
            assertThat(seen.path("headRefName").asText()).isEqualTo(pull.headRef());
            assertThat(seen.path("mergedAt").isNull()).isEqualTo(pull.mergedAt().isEmpty());
            assertThat(seen.path("reviews")).hasSize(pull.reviews().size());
        });
    }

    @Test
    void runs_are_listed_to_the_oldest() throws Exception {
        JsonNode runs = list("run", "databaseId,status,conclusion,name,headBranch,number");

        assertThat(runs).hasSize(repo.runs().size()).allSatisfy(seen -> {
            Run run = repo.run(seen.path("databaseId").asLong()).orElseThrow();
            assertThat(seen.path("status").asText()).isEqualTo(run.status());
            assertThat(seen.path("conclusion").asText())
                    .isEqualTo(run.conclusion().orElse(""));
            assertThat(seen.path("name").asText()).isEqualTo(run.workflow().name());
            assertThat(seen.path("headBranch").asText()).isEqualTo(run.branch());
            assertThat(seen.path("number").asInt()).isEqualTo(run.runNumber());
        });
    }

    @Test
    void a_page_of_a_hundred_issues_is_one_request_and_one_point() throws Exception {
        simulator.requests().reset();

        gh("issue", "list", "--state", "all", "--limit", "10");

        assertThat(simulator.requests().totals().total()).isEqualTo(1);
        assertThat(simulator.requests().totals().points()).isEqualTo(1);
    }
}

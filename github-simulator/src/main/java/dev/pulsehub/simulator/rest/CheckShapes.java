package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Job;
import dev.pulsehub.simulator.world.Run;

/** Check suites and check runs: the runs and jobs of Actions under their other names. */
public final class CheckShapes {

    private static final String FIRST_DAY = "2018-07-30T09:30:17Z";

    private final Shapes shapes;

    CheckShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    ObjectNode checkRun(Run run, Job job) {
        ObjectNode node = Shapes.object();
        String url = shapes.url(run.repo()) + "/check-runs/" + job.id();
        String page = shapes.page(run.repo()) + "/actions/runs/" + run.id() + "/job/" + job.id();
        node.put("id", job.id());
        node.put("name", job.name());
        node.put("node_id", new NodeId("CheckRun", job.id()).encoded());
        node.put("head_sha", run.headSha());
        node.put("external_id", "");
        node.put("url", url);
        node.put("html_url", page);
        node.put("details_url", page);
        node.put("status", job.status());
        node.put("conclusion", job.conclusion().orElse(null));
        node.put("started_at", Shapes.text(job.startedAt()));
        node.put("completed_at", Shapes.text(job.completedAt()));
        ObjectNode output = node.putObject("output");
        output.putNull("title");
        output.putNull("summary");
        output.putNull("text");
        output.put("annotations_count", 0);
        output.put("annotations_url", url + "/annotations");
        node.putObject("check_suite").put("id", run.suiteId());
        node.set("app", app());
        node.set("pull_requests", shapes.runs().pulls(run));
        return node;
    }

    ObjectNode suite(Run run) {
        ObjectNode node = Shapes.object();
        String url = shapes.url(run.repo()) + "/check-suites/" + run.suiteId();
        node.put("id", run.suiteId());
        node.put("node_id", new NodeId("CheckSuite", run.suiteId()).encoded());
        node.put("head_branch", run.branch());
        node.put("head_sha", run.headSha());
        node.put("status", run.status());
        node.put("conclusion", run.conclusion().orElse(null));
        node.put("url", url);
        node.put("before", "0".repeat(40));
        node.put("after", run.headSha());
        node.set("pull_requests", shapes.runs().pulls(run));
        node.set("app", app());
        node.put("created_at", Shapes.text(run.createdAt()));
        node.put("updated_at", Shapes.text(run.updatedAt()));
        node.put(
                "latest_check_runs_count",
                run.jobs().stream()
                        .filter(job -> job.attempt() == run.attempt())
                        .count());
        node.put("check_runs_url", url + "/check-runs");
        node.set("head_commit", shapes.runs().headCommit(run));
        node.set("repository", shapes.repos().repo(run.repo()));
        return node;
    }

    /** GitHub Actions itself. */
    private JsonNode app() {
        ObjectNode node = Shapes.object();
        node.put("id", 15_368);
        node.put("slug", "github-actions");
        node.put("node_id", new NodeId("App", 15_368).encoded());
        node.set(
                "owner",
                shapes.accounts()
                        .user(new dev.pulsehub.simulator.world.Account(
                                9_919, "github", "Organization", java.util.Optional.of("GitHub"))));
        node.put("name", "GitHub Actions");
        node.put("description", "Automate your workflow from idea to production");
        node.put("external_url", "https://help.github.com/en/actions");
        node.put("html_url", shapes.webUrl() + "/apps/github-actions");
        node.put("created_at", FIRST_DAY);
        node.put("updated_at", FIRST_DAY);
        node.putObject("permissions").put("actions", "write").put("checks", "write");
        node.putArray("events");
        return node;
    }
}

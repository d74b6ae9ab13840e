package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Job;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Workflow;
import java.util.Locale;

/** What belongs to GitHub Actions. */
public final class RunShapes {

    private final Shapes shapes;

    RunShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    public ObjectNode workflow(Repo repo, Workflow workflow) {
        ObjectNode node = Shapes.object();
        String page = shapes.page(repo);
        node.put("id", workflow.id());
        node.put("node_id", new NodeId("Workflow", workflow.id()).encoded());
        node.put("name", workflow.name());
        node.put("path", workflow.path());
        node.put("state", "active");
        node.put("created_at", Shapes.text(repo.createdAt()));
        node.put("updated_at", Shapes.text(repo.createdAt()));
        node.put("url", shapes.url(repo) + "/actions/workflows/" + workflow.id());
        node.put("html_url", page + "/blob/" + repo.profile().defaultBranch() + "/" + workflow.path());
        node.put("badge_url", page + "/workflows/" + workflow.name().toLowerCase(Locale.ROOT) + "/badge.svg");
        return node;
    }

    /** A run with its latest attempt. */
    public ObjectNode run(Run run) {
        return run(run, run.attempt(run.attempt()).orElseThrow());
    }

    /** A run as one of its attempts was. */
    ObjectNode run(Run run, Run.Attempt attempt) {
        ObjectNode node = Shapes.object();
        String url = shapes.url(run.repo()) + "/actions/runs/" + run.id();
        String suite = shapes.url(run.repo()) + "/check-suites/" + run.suiteId();
        node.put("id", run.id());
        node.put("name", run.workflow().name());
        node.put("node_id", new NodeId("WorkflowRun", run.id()).encoded());
        node.put("head_branch", run.branch());
        node.put("head_sha", run.headSha());
        node.put("path", run.workflow().path());
        node.put("display_title", run.title());
        node.put("run_number", run.runNumber());
        node.put("event", run.event());
        node.put("status", attempt.status());
        node.put("conclusion", attempt.conclusion().orElse(null));
        node.put("workflow_id", run.workflow().id());
        node.put("check_suite_id", run.suiteId());
        node.put("check_suite_node_id", new NodeId("CheckSuite", run.suiteId()).encoded());
        node.put("url", url);
        node.put("html_url", shapes.page(run.repo()) + "/actions/runs/" + run.id());
        node.set("pull_requests", pulls(run));
        node.put("created_at", Shapes.text(run.createdAt()));
        node.put("updated_at", Shapes.text(attempt.updatedAt()));
        node.set("actor", shapes.userOrGhost(run.actor()));
        node.put("run_attempt", attempt.number());
        node.putArray("referenced_workflows");
        node.put("run_started_at", Shapes.text(attempt.startedAt()));
        node.set("triggering_actor", shapes.userOrGhost(attempt.actor()));
        for (String part : new String[] {"jobs", "logs", "artifacts", "cancel", "rerun"}) {
            node.put(part + "_url", url + "/" + part);
        }
        node.put("check_suite_url", suite);
        node.put("previous_attempt_url", attempt.number() == 1 ? null : url + "/attempts/" + (attempt.number() - 1));
        node.put(
                "workflow_url",
                shapes.url(run.repo()) + "/actions/workflows/" + run.workflow().id());
        node.set("head_commit", headCommit(run));
        node.set("repository", shapes.repos().named(run.repo()));
        node.set("head_repository", shapes.repos().named(run.repo()));
        return node;
    }

    /** The commit it ran for, made up from the run where it is not known. */
    JsonNode headCommit(Run run) {
        ObjectNode node = Shapes.object();
        node.put("id", run.headSha());
        node.put("tree_id", run.headSha());
        node.put("message", run.title());
        node.put("timestamp", Shapes.text(run.createdAt()));
        String name = run.actor().map(account -> account.login()).orElse("ghost");
        for (String who : new String[] {"author", "committer"}) {
            node.putObject(who).put("name", name).put("email", name.replace("[bot]", "") + "@users.example");
        }
        return node;
    }

    /** Open pull requests whose head it ran for. */
    ArrayNode pulls(Run run) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        run.repo().openPullOf(run.branch()).ifPresent(pull -> {
            ObjectNode node = all.addObject();
            node.put("id", pull.id());
            node.put("number", pull.number());
            node.put("url", shapes.url(run.repo()) + "/pulls/" + pull.number());
            node.set("head", end(run.repo(), pull.headRef(), run.headSha()));
            node.set("base", end(run.repo(), pull.baseRef(), "0".repeat(40)));
        });
        return all;
    }

    private ObjectNode end(Repo repo, String ref, String sha) {
        ObjectNode node = Shapes.object().put("ref", ref).put("sha", sha);
        node.putObject("repo").put("id", repo.id()).put("url", shapes.url(repo)).put("name", repo.name());
        return node;
    }

    public ObjectNode job(Run run, Job job) {
        ObjectNode node = Shapes.object();
        String url = shapes.url(run.repo()) + "/actions/jobs/" + job.id();
        node.put("id", job.id());
        node.put("run_id", run.id());
        node.put("workflow_name", run.workflow().name());
        node.put("head_branch", run.branch());
        node.put("run_url", shapes.url(run.repo()) + "/actions/runs/" + run.id());
        node.put("run_attempt", job.attempt());
        node.put("node_id", new NodeId("CheckRun", job.id()).encoded());
        node.put("head_sha", run.headSha());
        node.put("url", url);
        node.put("html_url", shapes.page(run.repo()) + "/actions/runs/" + run.id() + "/job/" + job.id());
        node.put("status", job.status());
        node.put("conclusion", job.conclusion().orElse(null));
        node.put("created_at", Shapes.text(job.startedAt()));
        node.put("started_at", Shapes.text(job.startedAt()));
        node.put("completed_at", Shapes.text(job.completedAt()));
        node.put("name", job.name());
        node.putArray("steps");
        node.put("check_run_url", shapes.url(run.repo()) + "/check-runs/" + job.id());
        node.putArray("labels").add("ubuntu-latest");
        node.put("runner_id", 1);
        node.put("runner_name", "GitHub Actions 1");
        node.put("runner_group_id", 0);
        node.put("runner_group_name", "GitHub Actions");
        return node;
    }
}

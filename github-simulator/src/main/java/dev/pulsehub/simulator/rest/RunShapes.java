package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Job;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Workflow;

/** Workflows, runs and jobs as GitHub's REST API prints them. */
public final class RunShapes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Shapes shapes;

    RunShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    public ObjectNode workflow(Repo repo, Workflow workflow) {
        ObjectNode node = JSON.objectNode();
        node.put("id", workflow.id());
        node.put("node_id", new NodeId("Workflow", workflow.id()).encoded());
        node.put("name", workflow.name());
        node.put("path", workflow.path());
        node.put("state", "active");
        node.put("created_at", Shapes.text(repo.createdAt()));
        node.put("updated_at", Shapes.text(repo.createdAt()));
        node.put("url", shapes.url(repo) + "/actions/workflows/" + workflow.id());
        node.put("html_url", shapes.webUrl() + "/" + repo.fullName() + "/blob/main/" + workflow.path());
        return node;
    }

    public ObjectNode run(Run run) {
        ObjectNode node = JSON.objectNode();
        node.put("id", run.id());
        node.put("name", run.workflow().name());
        node.put("node_id", new NodeId("WorkflowRun", run.id()).encoded());
        node.put("head_branch", run.branch());
        node.put("head_sha", run.headSha());
        node.put("path", run.workflow().path());
        node.put("display_title", run.title());
        node.put("run_number", run.runNumber());
        node.put("event", run.event());
        node.put("status", run.status());
        node.put("conclusion", run.conclusion().orElse(null));
        node.put("workflow_id", run.workflow().id());
        node.put("check_suite_id", run.suiteId());
        node.put("url", shapes.url(run.repo()) + "/actions/runs/" + run.id());
        node.put("html_url", shapes.webUrl() + "/" + run.repo().fullName() + "/actions/runs/" + run.id());
        node.putArray("pull_requests");
        node.put("created_at", Shapes.text(run.createdAt()));
        node.put("updated_at", Shapes.text(run.updatedAt()));
        node.set("actor", shapes.user(run.actor()));
        node.put("run_attempt", run.attempt());
        node.put("run_started_at", Shapes.text(run.runStartedAt()));
        node.set("triggering_actor", shapes.user(run.triggeringActor()));
        String url = shapes.url(run.repo()) + "/actions/runs/" + run.id();
        for (String part : new String[] {"jobs", "logs", "cancel", "rerun", "artifacts"}) {
            node.put(part + "_url", url + "/" + part);
        }
        node.put("check_suite_url", shapes.url(run.repo()) + "/check-suites/" + run.suiteId());
        node.put(
                "workflow_url",
                shapes.url(run.repo()) + "/actions/workflows/" + run.workflow().id());
        node.put("previous_attempt_url", run.attempt() == 1 ? null : url + "/attempts/" + (run.attempt() - 1));
        node.putNull("head_commit");
        node.set("repository", shapes.repo(run.repo()));
        node.set("head_repository", shapes.repo(run.repo()));
        return node;
    }

    public ObjectNode job(Run run, Job job) {
        ObjectNode node = JSON.objectNode();
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
        node.put(
                "html_url",
                shapes.webUrl() + "/" + run.repo().fullName() + "/actions/runs/" + run.id() + "/job/" + job.id());
        node.put("status", job.status());
        node.put("conclusion", job.conclusion().orElse(null));
        node.put("created_at", Shapes.text(job.startedAt()));
        node.put("started_at", Shapes.text(job.startedAt()));
        node.put("completed_at", Shapes.text(job.completedAt()));
        node.put("name", job.name());
        node.putArray("steps");
        node.put("check_run_url", shapes.url(run.repo()) + "/check-runs/" + job.id());
        node.putArray("labels").add("ubuntu-latest");
        for (String unknown : new String[] {"runner_id", "runner_name", "runner_group_id", "runner_group_name"}) {
            node.putNull(unknown);
        }
        return node;
    }
}

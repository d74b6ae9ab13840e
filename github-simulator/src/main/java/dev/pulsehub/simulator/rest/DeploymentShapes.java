package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Deployment;

/** Deployments and their statuses as REST and webhooks print them. */
public final class DeploymentShapes {

    private final Shapes shapes;

    DeploymentShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    public ObjectNode deployment(Deployment deployment) {
        ObjectNode node = Shapes.object();
        node.put("url", url(deployment));
        node.put("id", deployment.id());
        node.put("node_id", new NodeId("Deployment", deployment.id()).encoded());
        node.put("sha", deployment.sha());
        node.put("ref", deployment.ref());
        node.put("task", "deploy");
        node.putObject("payload");
        node.put("original_environment", deployment.environment());
        node.put("environment", deployment.environment());
        node.putNull("description");
        node.set("creator", shapes.user(deployment.creator()));
        node.put("created_at", Shapes.text(deployment.createdAt()));
        node.put("updated_at", Shapes.text(deployment.updatedAt()));
        node.put("statuses_url", url(deployment) + "/statuses");
        node.put("repository_url", shapes.url(deployment.repo()));
        node.put("transient_environment", false);
        node.put("production_environment", deployment.environment().startsWith("prod"));
        return node;
    }

    public ObjectNode status(Deployment deployment, Deployment.Status status) {
        ObjectNode node = Shapes.object();
        String log = deployment
                .run()
                .map(run -> shapes.page(run.repo()) + "/actions/runs/" + run.id())
                .orElse(shapes.page(deployment.repo()) + "/deployments");
        node.put("url", url(deployment) + "/statuses/" + status.id());
        node.put("id", status.id());
        node.put("node_id", new NodeId("DeploymentStatus", status.id()).encoded());
        node.put("state", status.state());
        node.set("creator", shapes.user(status.creator()));
        node.put("description", "");
        node.put("environment", deployment.environment());
        node.put("target_url", log);
        node.put("created_at", Shapes.text(status.createdAt()));
        node.put("updated_at", Shapes.text(status.createdAt()));
        node.put("deployment_url", url(deployment));
        node.put("repository_url", shapes.url(deployment.repo()));
        node.put("environment_url", shapes.page(deployment.repo()) + "/deployments/" + deployment.environment());
        node.put("log_url", log);
        return node;
    }

    private String url(Deployment deployment) {
        return shapes.url(deployment.repo()) + "/deployments/" + deployment.id();
    }
}

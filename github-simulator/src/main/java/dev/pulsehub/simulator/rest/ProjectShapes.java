package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Project;
import dev.pulsehub.simulator.world.ProjectItem;

/** Projects and their rows as webhooks print them; REST has none of these routes here. */
public final class ProjectShapes {

    private final Shapes shapes;

    ProjectShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    public ObjectNode project(Project project) {
        ObjectNode node = Shapes.object();
        node.put("id", project.id());
        node.put("node_id", new NodeId("ProjectV2", project.id()).encoded());
        node.set("owner", shapes.accounts().user(project.owner()));
        node.set("creator", shapes.accounts().user(project.owner()));
        node.put("title", project.title());
        node.putNull("description");
        node.put("public", false);
        node.put("closed_at", Shapes.text(project.closedAt()));
        node.put("created_at", Shapes.text(project.createdAt()));
        node.put("updated_at", Shapes.text(project.updatedAt()));
        node.put("number", project.number());
        node.putNull("short_description");
        node.putNull("deleted_at");
        node.putNull("deleted_by");
        return node;
    }

    public ObjectNode item(ProjectItem item) {
        ObjectNode node = Shapes.object();
        node.put("id", item.id());
        node.put("node_id", new NodeId("ProjectV2Item", item.id()).encoded());
        node.put("project_node_id", new NodeId("ProjectV2", item.project().id()).encoded());
        node.put("content_node_id", content(item).encoded());
        node.put("content_type", content(item).type());
        node.set("creator", shapes.user(item.creator()));
        node.put("created_at", Shapes.text(item.createdAt()));
        node.put("updated_at", Shapes.text(item.updatedAt()));
        node.put("archived_at", item.archived() ? Shapes.text(item.updatedAt()) : null);
        return node;
    }

    private static NodeId content(ProjectItem item) {
        if (item.content().isEmpty()) {
            return new NodeId("DraftIssue", item.id());
        }
        Item content = item.content().get();
        return new NodeId(content instanceof Issue ? "Issue" : "PullRequest", content.id());
    }
}

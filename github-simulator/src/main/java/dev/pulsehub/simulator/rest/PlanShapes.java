package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Label;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.Repo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Labels and milestones. */
public final class PlanShapes {

    private final Shapes shapes;

    PlanShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    public ObjectNode label(Repo repo, Label label) {
        ObjectNode node = Shapes.object();
        node.put("id", label.id());
        node.put("node_id", new NodeId("Label", label.id()).encoded());
        node.put("url", shapes.url(repo) + "/labels/" + encoded(label.name()));
        node.put("name", label.name());
        node.put("color", label.color());
        node.put("default", false);
        node.put("description", "");
        return node;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public ObjectNode milestone(Repo repo, Milestone milestone) {
        ObjectNode node = Shapes.object();
        String url = shapes.url(repo) + "/milestones/" + milestone.number();
        node.put("url", url);
        node.put("html_url", shapes.page(repo) + "/milestone/" + milestone.number());
        node.put("labels_url", url + "/labels");
        node.put("id", milestone.id());
        node.put("node_id", new NodeId("Milestone", milestone.id()).encoded());
        node.put("number", milestone.number());
        node.put("title", milestone.title());
        node.putNull("description");
        node.set("creator", shapes.accounts().user(repo.owner()));
        node.put("open_issues", repo.planned(milestone, true));
        node.put("closed_issues", repo.planned(milestone, false));
        node.put("state", milestone.open() ? "open" : "closed");
        node.put("created_at", Shapes.text(milestone.createdAt()));
        node.put("updated_at", Shapes.text(milestone.updatedAt()));
        node.put("due_on", Shapes.text(milestone.dueAt()));
        node.put("closed_at", Shapes.text(milestone.closedAt()));
        return node;
    }
}

package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Team;

/** Teams as REST and webhooks print them. */
public final class TeamShapes {

    private final Shapes shapes;

    TeamShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    public ObjectNode team(Team team) {
        ObjectNode node = plain(team);
        node.set("parent", team.parent().<JsonNode>map(this::plain).orElse(NullNode.instance));
        return node;
    }

    /** A team alone. */
    ObjectNode full(Team team) {
        ObjectNode node = team(team);
        node.put("members_count", team.members().size());
        node.put("repos_count", team.repos().size());
        node.put("created_at", Shapes.text(team.createdAt()));
        node.put("updated_at", Shapes.text(team.createdAt()));
        node.set("organization", shapes.accounts().organizationProfile(team.organization(), 0));
        return node;
    }

    private ObjectNode plain(Team team) {
        ObjectNode node = Shapes.object();
        String url = shapes.apiUrl() + "/organizations/" + team.organization().id() + "/team/" + team.id();
        node.put("name", team.name());
        node.put("id", team.id());
        node.put("node_id", new NodeId("Team", team.id()).encoded());
        node.put("slug", team.slug());
        node.put("description", "");
        node.put("privacy", "closed");
        node.put("notification_setting", "notifications_enabled");
        node.put("url", url);
        node.put("html_url", shapes.webUrl() + "/orgs/" + team.organization().login() + "/teams/" + team.slug());
        node.put("members_url", url + "/members{/member}");
        node.put("repositories_url", url + "/repos");
        node.put("type", "organization");
        node.put("organization_id", team.organization().id());
        node.put("permission", "pull");
        return node;
    }

    ObjectNode membership(Team team, Account member, String role) {
        return Shapes.object()
                .put("state", "active")
                .put("role", role)
                .put(
                        "url",
                        shapes.apiUrl() + "/organizations/"
                                + team.organization().id() + "/team/" + team.id() + "/memberships/" + member.login());
    }
}

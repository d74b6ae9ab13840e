package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.signin.GitHubApp;
import dev.pulsehub.simulator.signin.Installation;
import dev.pulsehub.simulator.world.Account;
import java.util.Map;
import java.util.TreeMap;

/** GitHub Apps and their installations as REST and webhooks print them. */
public final class AppShapes {

    private final Shapes shapes;

    public AppShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    /** @param installations how often it is installed */
    ObjectNode app(GitHubApp app, int installations) {
        ObjectNode node = Shapes.object();
        node.put("id", app.id());
        node.put("slug", app.slug());
        node.put("client_id", app.clientId());
        node.put("node_id", new NodeId("App", app.id()).encoded());
        node.set("owner", owner(app.owner()));
        node.put("name", app.name());
        node.put("description", "");
        node.put("external_url", app.callback().toString());
        node.put("html_url", shapes.webUrl() + "/apps/" + app.slug());
        node.put("created_at", Shapes.text(app.createdAt()));
        node.put("updated_at", Shapes.text(app.createdAt()));
        permissions(node, app.permissions());
        app.events().forEach(node.putArray("events")::add);
        node.put("installations_count", installations);
        return node;
    }

    public ObjectNode installation(Installation installation) {
        GitHubApp app = installation.app();
        Account account = installation.account();
        ObjectNode node = Shapes.object();
        node.put("id", installation.id());
        node.put("client_id", app.clientId());
        node.set("account", owner(account));
        node.put("repository_selection", selection(installation));
        node.put("access_tokens_url", shapes.apiUrl() + "/app/installations/" + installation.id() + "/access_tokens");
        node.put("repositories_url", shapes.apiUrl() + "/installation/repositories");
        node.put(
                "html_url",
                shapes.webUrl()
                        + (account.isOrganization()
                                ? "/organizations/" + account.login() + "/settings/installations/"
                                : "/settings/installations/")
                        + installation.id());
        node.put("app_id", app.id());
        node.put("app_slug", app.slug());
        node.put("target_id", account.id());
        node.put("target_type", account.type());
        permissions(node, app.permissions());
        app.events().forEach(node.putArray("events")::add);
        node.put("created_at", Shapes.text(installation.createdAt()));
        node.put("updated_at", Shapes.text(installation.updatedAt()));
        node.putNull("single_file_name");
        node.put("has_multiple_single_files", false);
        node.putArray("single_file_paths");
        if (installation.suspendedAt().isPresent()) {
            node.set("suspended_by", shapes.accounts().user(app.owner()));
        } else {
            node.putNull("suspended_by");
        }
        node.put("suspended_at", Shapes.text(installation.suspendedAt()));
        return node;
    }

    /** {@code all} or {@code selected}. */
    public static String selection(Installation installation) {
        return installation.selection().all() ? "all" : "selected";
    }

    static void permissions(ObjectNode node, Map<String, String> permissions) {
        ObjectNode printed = node.putObject("permissions");
        new TreeMap<>(permissions).forEach(printed::put);
    }

    private ObjectNode owner(Account account) {
        return shapes.accounts().user(account);
    }
}

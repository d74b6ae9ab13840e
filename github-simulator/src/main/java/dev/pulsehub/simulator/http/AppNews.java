package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.hook.Hook;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.simulator.rest.AppShapes;
import dev.pulsehub.simulator.rest.Shapes;
import dev.pulsehub.simulator.signin.Apps;
import dev.pulsehub.simulator.signin.Installation;
import dev.pulsehub.simulator.world.Change;
import dev.pulsehub.simulator.world.Repo;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells an app's own hook what becomes of its installations, whatever events it asked for. */
public final class AppNews implements Consumer<Apps.News> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Apps apps;
    private final Webhooks webhooks;
    private final Shapes shapes;

    public AppNews(Apps apps, Webhooks webhooks, Shapes shapes) {
        this.apps = apps;
        this.webhooks = webhooks;
        this.shapes = shapes;
    }

    /** What every payload carries of the installation of an app where a change happened; empty where it has none. */
    public static Optional<ObjectNode> installation(Apps apps, long appId, Change change) {
        return apps.gitHubApps().stream()
                .filter(app -> app.id() == appId)
                .findFirst()
                .flatMap(app -> change.repository()
                        .map(repo -> apps.installation(app, repo))
                        .orElseGet(() -> apps.installation(app, change.owner())))
                .filter(installation -> installation.suspendedAt().isEmpty())
                .map(installation -> JsonNodeFactory.instance
                        .objectNode()
                        .put("id", installation.id())
                        .put("node_id", new NodeId("Installation", installation.id()).encoded()));
    }

    @Override
    public void accept(Apps.News news) {
        Installation installation = news.installation();
        byte[] payload = payload(news);
        for (Hook hook : webhooks.of(Hook.OF_APP, installation.app().id())) {
            webhooks.send(hook, news.event(), news.action(), payload, Optional.empty());
        }
    }

    private byte[] payload(Apps.News news) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("action", news.action());
        body.set("installation", new AppShapes(shapes).installation(news.installation()));
        if (news.event().equals("installation")) {
            body.set(
                    "repositories",
                    list(news.action().equals("created") ? apps.repos(news.installation()) : List.of()));
        } else {
            body.put("repository_selection", AppShapes.selection(news.installation()));
            body.set("repositories_added", list(news.added()));
            body.set("repositories_removed", list(news.removed()));
        }
        body.putNull("requester");
        body.set("sender", shapes.accounts().user(news.sender()));
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArrayNode list(List<Repo> repos) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        repos.forEach(repo -> all.addObject()
                .put("id", repo.id())
                .put("node_id", new NodeId("Repository", repo.id()).encoded())
                .put("name", repo.name())
                .put("full_name", repo.fullName())
                .put("private", repo.profile().isPrivate()));
        return all;
    }
}

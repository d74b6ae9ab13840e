package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.command.NoSuchThing;
import dev.pulsehub.simulator.signin.Apps;
import dev.pulsehub.simulator.signin.GitHubApp;
import dev.pulsehub.simulator.signin.Installation;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people do with apps on GitHub's pages: install, choose repositories, suspend, uninstall. */
final class AppVerbs {

    private final World world;
    private final Apps apps;

    AppVerbs(World world, Apps apps) {
        this.world = world;
        this.apps = apps;
    }

    /** Whether the admin API's path is one of these. */
    static boolean isOne(List<String> path) {
        return path.size() == 3
                && (path.getFirst().equals("apps") || path.getFirst().equals("installations"));
    }

    /** Does {@code apps/:slug/install}, {@code apps/:client_id/suspend} or {@code installations/:id/:verb}. */
    ObjectNode run(List<String> path, JsonNode body) {
        String what = path.get(1);
        String verb = path.get(2);
        if (path.getFirst().equals("installations")) {
            return onInstallation(what, verb, body);
        }
        return switch (verb) {
            case "install" -> install(what, body);
            case "suspend" -> stopped(what, true);
            case "unsuspend" -> stopped(what, false);
            default -> throw new NoSuchThing("No such verb: " + verb);
        };
    }

    private ObjectNode install(String slug, JsonNode body) {
        GitHubApp app = apps.bySlug(slug).orElseThrow(() -> new NoSuchThing("No GitHub App " + slug));
        Account account = account(body.path("account").asText());
        Installation installation = apps.install(
                app, account, selection(account, body), sender(body).orElse(account));
        return JsonNodeFactory.instance.objectNode().put("id", installation.id());
    }

    private ObjectNode stopped(String clientId, boolean stopped) {
        if (apps.app(clientId).isEmpty()) {
            throw new NoSuchThing("No app of client id " + clientId);
        }
        apps.suspend(clientId, stopped);
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode onInstallation(String id, String verb, JsonNode body) {
        Installation installation = Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> apps.installation(Long.parseLong(text)))
                .orElseThrow(() -> new NoSuchThing("No installation " + id));
        Account sender = sender(body).orElse(installation.account());
        switch (verb) {
            case "suspend" -> apps.suspend(installation, true, sender);
            case "unsuspend" -> apps.suspend(installation, false, sender);
            case "uninstall" -> apps.uninstall(installation, sender);
            case "select" -> apps.select(installation, selection(installation.account(), body), sender);
            default -> throw new NoSuchThing("No such verb: " + verb);
        }
        return JsonNodeFactory.instance.objectNode().put("id", installation.id());
    }

    /** The repositories named in the body; all where it names none. */
    private Installation.Selection selection(Account account, JsonNode body) {
        if (!body.path("repositories").isArray()) {
            return Installation.Selection.everything();
        }
        Set<Long> ids = new HashSet<>();
        for (JsonNode name : body.path("repositories")) {
            Repo repo = world.read(() -> world.repo(account.login(), name.asText()))
                    .orElseThrow(() -> new NoSuchThing("No repository " + account.login() + "/" + name.asText()));
            ids.add(repo.id());
        }
        return Installation.Selection.of(ids);
    }

    private Optional<Account> sender(JsonNode body) {
        return body.hasNonNull("actor") ? Optional.of(account(body.get("actor").asText())) : Optional.empty();
    }

    private Account account(String login) {
        return world.read(() -> world.account(login)).orElseThrow(() -> new NoSuchThing("No account " + login));
    }
}

package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.signin.Access;
import dev.pulsehub.simulator.signin.Apps;
import dev.pulsehub.simulator.signin.GitHubApp;
import dev.pulsehub.simulator.signin.Installation;
import dev.pulsehub.simulator.signin.Reach;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Repo;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** GitHub Apps: what one is told by its assertion, its installations' tokens, and what a token says of itself. */
final class AppRoutes {

    private final Area area;
    private final Apps apps;
    private final AppShapes shapes;

    private AppRoutes(Area area, Apps apps) {
        this.area = area;
        this.apps = apps;
        this.shapes = new AppShapes(area.shapes());
    }

    /** Answers what an app asks by its own assertion. */
    interface OfApp {
        Answer answer(GitHubApp app, List<String> ids, Question question);
    }

    private interface OfInstallation {
        Answer answer(Installation installation, Question question);
    }

    static void add(Area area, Apps apps) {
        AppRoutes routes = new AppRoutes(area, apps);
        routes.ownRoutes();
        routes.whereInstalled();
        routes.byToken();
        area.routes().get("/apps/*", (ids, question) -> Area.answer(apps.bySlug(ids.getFirst()), routes::shown));
    }

    private void ownRoutes() {
        app(area, "GET", "/app", (app, ids, question) -> Answer.ok(shown(app)));
        app(
                area,
                "GET",
                "/app/installations",
                (app, ids, question) -> area.page(question, apps.installations(app), shapes::installation));
        installation("GET", "", (one, question) -> Answer.ok(shapes.installation(one)));
        installation("DELETE", "", (one, question) -> {
            apps.uninstall(one, one.app().owner());
            return Answer.nothing();
        });
        installation("PUT", "/suspended", (one, question) -> suspended(one, true));
        installation("DELETE", "/suspended", (one, question) -> suspended(one, false));
        installation("POST", "/access_tokens", this::token);
    }

    private JsonNode shown(GitHubApp app) {
        return shapes.app(app, apps.installations(app).size());
    }

    /** An address only an app itself may ask. */
    static void app(Area area, String method, String template, OfApp handler) {
        area.routes()
                .on(
                        method,
                        template,
                        (ids, question) -> question.access().reach() instanceof Reach.OfApp own
                                ? handler.answer(own.app(), ids, question)
                                : Answer.error(401, "A JSON web token could not be decoded"));
    }

    private void installation(String method, String template, OfInstallation handler) {
        app(
                area,
                method,
                "/app/installations/*" + template,
                (app, ids, question) -> Routes.number(ids.getFirst())
                        .flatMap(apps::installation)
                        .filter(one -> one.app().equals(app))
                        .map(one -> handler.answer(one, question))
                        .orElseGet(Answer::notFound));
    }

    private Answer suspended(Installation installation, boolean stopped) {
        apps.suspend(installation, stopped, installation.app().owner());
        return Answer.nothing();
    }

    private Answer token(Installation installation, Question question) {
        if (installation.suspendedAt().isPresent()) {
            return Answer.error(403, "This installation has been suspended");
        }
        Set<Long> only = new HashSet<>();
        Map<String, Repo> byName = new LinkedHashMap<>();
        apps.repos(installation).forEach(repo -> byName.put(repo.name(), repo));
        Set<Long> all = new HashSet<>(byName.values().stream().map(Repo::id).toList());
        for (JsonNode id : question.body().path("repository_ids")) {
            only.add(id.asLong());
        }
        for (JsonNode name : question.body().path("repositories")) {
            only.add(
                    byName.containsKey(name.asText())
                            ? byName.get(name.asText()).id()
                            : -1);
        }
        if (!all.containsAll(only)) {
            return Answer.error(
                    422,
                    "There is at least one repository that does not exist or is not accessible to the parent"
                            + " installation.");
        }
        return permissions(installation, question)
                .map(granted -> issued(installation, only, granted))
                .orElseGet(() -> Answer.error(422, "The permissions requested are not granted to this installation."));
    }

    /** Those asked for, or all; empty where more is asked than the app has. */
    private static Optional<Map<String, String>> permissions(Installation installation, Question question) {
        Map<String, String> had = installation.app().permissions();
        JsonNode asked = question.body().path("permissions");
        if (asked.isMissingNode() || asked.isEmpty()) {
            return Optional.of(had);
        }
        Map<String, String> granted = new LinkedHashMap<>();
        asked.properties()
                .forEach(one -> granted.put(one.getKey(), one.getValue().asText()));
        boolean within = granted.entrySet().stream()
                .allMatch(one -> one.getValue().equals(had.get(one.getKey()))
                        || one.getValue().equals("read") && had.containsKey(one.getKey()));
        return within ? Optional.of(granted) : Optional.empty();
    }

    private Answer issued(Installation installation, Set<Long> only, Map<String, String> granted) {
        Apps.Issued issued = apps.issue(installation, only, granted);
        ObjectNode body = Shapes.object();
        body.put("token", issued.token());
        body.put("expires_at", Shapes.text(issued.until()));
        AppShapes.permissions(body, granted);
        body.put("repository_selection", only.isEmpty() ? AppShapes.selection(installation) : "selected");
        if (!only.isEmpty() || !installation.selection().all()) {
            Predicate<Repo> chosen = repo -> only.isEmpty() || only.contains(repo.id());
            body.set(
                    "repositories",
                    Shapes.list(
                            apps.repos(installation).stream().filter(chosen).toList(),
                            area.shapes().repos()::repo));
        }
        return Answer.created(body);
    }

    /** Where the app is installed, by repository, organization and person. */
    private void whereInstalled() {
        app(
                area,
                "GET",
                "/repos/*/*/installation",
                (app, ids, question) -> Area.answer(
                        area.world().repo(ids.get(0), ids.get(1)).flatMap(repo -> apps.installation(app, repo)),
                        shapes::installation));
        app(
                area,
                "GET",
                "/orgs/*/installation",
                (app, ids, question) -> installedWith(app, area.organization(ids.getFirst())));
        app(
                area,
                "GET",
                "/users/*/installation",
                (app, ids, question) -> installedWith(
                        app, area.world().account(ids.getFirst()).filter(account -> !account.isOrganization())));
    }

    private Answer installedWith(GitHubApp app, Optional<Account> account) {
        return Area.answer(account.flatMap(one -> apps.installation(app, one)), shapes::installation);
    }

    private void byToken() {
        area.routes().get("/installation/repositories", (ids, question) -> {
            if (question.access().reach() instanceof Reach.Installed installed) {
                List<Repo> repos = apps.repos(installed.installation()).stream()
                        .filter(installed::includes)
                        .toList();
                Answer page = repos(question, repos);
                ((ObjectNode) page.body())
                        .put(
                                "repository_selection",
                                installed.only().isEmpty()
                                        ? AppShapes.selection(installed.installation())
                                        : "selected");
                return page;
            }
            return Answer.error(
                    403,
                    "You must authenticate with an installation access token in order to list"
                            + " repositories for an installation.");
        });
        area.routes()
                .get(
                        "/user/installations",
                        (ids, question) -> forUser(question)
                                .map(all -> area.paging()
                                        .wrapped(
                                                question,
                                                "installations",
                                                all,
                                                shapes::installation,
                                                Integer.MAX_VALUE))
                                .orElseGet(AppRoutes::noUserToken));
        area.routes()
                .get(
                        "/user/installations/*/repositories",
                        (ids, question) -> forUser(question)
                                .map(all -> all.stream()
                                        .filter(one -> Long.toString(one.id()).equals(ids.getFirst()))
                                        .findFirst()
                                        .map(one -> repos(
                                                question,
                                                apps.repos(one).stream()
                                                        .filter(repo -> isOwn(question, repo))
                                                        .toList()))
                                        .orElseGet(Answer::notFound))
                                .orElseGet(AppRoutes::noUserToken));
    }

    private Answer repos(Question question, List<Repo> repos) {
        return area.paging()
                .wrapped(
                        question,
                        "repositories",
                        repos,
                        repo -> area.shapes().repos().repo(repo, area.right(question, repo)),
                        Integer.MAX_VALUE);
    }

    private boolean isOwn(Question question, Repo repo) {
        return area.world().permissions().relation(question.viewer(), repo).isPresent();
    }

    /** The installations a person's token for the app reaches; empty for other tokens. */
    private Optional<List<Installation>> forUser(Question question) {
        if (question.access().kind() != Access.Kind.USER_OF_APP
                || !(question.access().reach() instanceof Reach.OnBehalf behalf)) {
            return Optional.empty();
        }
        return Optional.of(apps.installations(behalf.app()).stream()
                .filter(one -> one.account().equals(question.viewer())
                        || apps.repos(one).stream().anyMatch(repo -> isOwn(question, repo)))
                .toList());
    }

    private static Answer noUserToken() {
        return Answer.error(
                403,
                "You must authenticate with an access token authorized to a GitHub App in order to list"
                        + " installations");
    }
}

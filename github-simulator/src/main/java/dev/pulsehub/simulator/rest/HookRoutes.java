package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.hook.Hook;
import dev.pulsehub.simulator.hook.Sent;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.simulator.world.Permissions.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hooks of repositories and organizations, what was delivered to them, and delivering it again. */
final class HookRoutes {

    private static final int MOST_HOOKS = 20;

    private final Area area;
    private final Webhooks webhooks;

    private HookRoutes(Area area, Webhooks webhooks) {
        this.area = area;
        this.webhooks = webhooks;
    }

    /** Whose hooks: a repository's or an organization's. */
    private record Owner(String scope, long id, String base) {}

    private interface On {
        Answer answer(Owner owner, List<String> ids, Question question);
    }

    private interface OnHook {
        Answer answer(Owner owner, Hook hook, List<String> ids, Question question);
    }

    static void add(Area area, Webhooks webhooks) {
        HookRoutes hooks = new HookRoutes(area, webhooks);
        hooks.on(
                "GET",
                "",
                (owner, ids, question) ->
                        area.page(question, webhooks.of(owner.scope(), owner.id()), hook -> hooks.shape(owner, hook)));
        hooks.on("POST", "", hooks::create);
        hooks.onHook("GET", "", (owner, hook, ids, question) -> Answer.ok(hooks.shape(owner, hook)));
        hooks.onHook("PATCH", "", hooks::edit);
        hooks.onHook("DELETE", "", (owner, hook, ids, question) -> {
            webhooks.remove(hook);
            return Answer.nothing();
        });
        hooks.onHook("POST", "/pings", (owner, hook, ids, question) -> {
            webhooks.ping(hook);
            return Answer.nothing();
        });
        hooks.onHook(
                "GET", "/deliveries", (owner, hook, ids, question) -> deliveries(area, webhooks.log(hook), question));
        hooks.onHook(
                "GET",
                "/deliveries/*",
                (owner, hook, ids, question) -> Area.answer(hooks.sent(hook, ids.getFirst()), HookShapes::delivery));
        hooks.onHook(
                "POST",
                "/deliveries/*/attempts",
                (owner, hook, ids, question) -> hooks.sent(hook, ids.getFirst())
                        .filter(sent -> webhooks.redeliver(sent.guid()))
                        .map(sent -> new Answer(202, Shapes.object(), Map.of()))
                        .orElseGet(Answer::notFound));
    }

    /** Under a repository for its administrators, and under an organization for its owners; nobody else sees them. */
    private void on(String method, String template, On handler) {
        area.routes()
                .repo(
                        method,
                        "/hooks" + template,
                        (repo, ids, question) -> area.may(question, repo, Right.ADMIN)
                                ? handler.answer(
                                        new Owner(
                                                "Repository",
                                                repo.id(),
                                                area.shapes().url(repo) + "/hooks"),
                                        ids,
                                        question)
                                : Answer.notFound());
        area.routes()
                .on(
                        method,
                        "/orgs/*/hooks" + template,
                        (ids, question) -> area.organization(ids.getFirst())
                                .filter(organization -> area.role(question, organization)
                                        .filter("admin"::equals)
                                        .isPresent())
                                .map(organization -> handler.answer(
                                        new Owner(
                                                "Organization",
                                                organization.id(),
                                                area.shapes().apiUrl() + "/orgs/" + organization.login() + "/hooks"),
                                        ids.subList(1, ids.size()),
                                        question))
                                .orElseGet(Answer::notFound));
    }

    private void onHook(String method, String template, OnHook handler) {
        on(
                method,
                "/*" + template,
                (owner, ids, question) -> webhooks.of(owner.scope(), owner.id()).stream()
                        .filter(hook -> Long.toString(hook.id()).equals(ids.getFirst()))
                        .findFirst()
                        .map(hook -> handler.answer(owner, hook, ids.subList(1, ids.size()), question))
                        .orElseGet(Answer::notFound));
    }

    private JsonNode shape(Owner owner, Hook hook) {
        return HookShapes.hook(owner.base(), hook, webhooks.log(hook).stream().findFirst());
    }

    private Optional<Sent> sent(Hook hook, String id) {
        return webhooks.log(hook).stream()
                .filter(sent -> Long.toString(sent.id()).equals(id))
                .findFirst();
    }

    private Answer create(Owner owner, List<String> ids, Question question) {
        String url = question.body().path("config").path("url").asText("");
        if (url.isEmpty()) {
            return Answer.invalid("Hook", "url", "missing_field");
        }
        List<Hook> there = webhooks.of(owner.scope(), owner.id());
        if (there.stream().anyMatch(hook -> hook.url().equals(url))) {
            return Answer.error(
                    422,
                    "Validation Failed: Hook already exists on this "
                            + owner.scope().toLowerCase(java.util.Locale.ROOT));
        }
        if (there.size() >= MOST_HOOKS) {
            return Answer.error(422, "Validation Failed: The \"push\" event cannot have more than 20 hooks");
        }
        Instant now = area.world().clock().instant();
        Hook hook = with(
                question,
                new Hook(
                        webhooks.nextId(),
                        owner.scope(),
                        owner.id(),
                        url,
                        Optional.empty(),
                        List.of("push"),
                        true,
                        true,
                        now,
                        now));
        webhooks.register(hook);
        return Answer.created(shape(owner, hook));
    }

    private Answer edit(Owner owner, Hook hook, List<String> ids, Question question) {
        Hook edited = with(question, hook);
        webhooks.register(edited);
        return Answer.ok(shape(owner, edited));
    }

    /** The hook with what the body says of it; the rest as it was. */
    private Hook with(Question question, Hook hook) {
        JsonNode body = question.body();
        JsonNode config = body.path("config");
        List<String> events = new ArrayList<>(body.has("events") ? question.saidList("events") : hook.events());
        question.saidList("add_events").forEach(events::add);
        events.removeAll(question.saidList("remove_events"));
        return new Hook(
                hook.id(),
                hook.scope(),
                hook.target(),
                config.path("url").asText(hook.url()),
                config.hasNonNull("secret") ? Optional.of(config.get("secret").asText()) : hook.secret(),
                events,
                config.path("content_type")
                        .asText(hook.form() ? "form" : "json")
                        .equals("form"),
                body.path("active").asBoolean(hook.active()),
                hook.createdAt(),
                area.world().clock().instant());
    }

    /** Newest first, paged by an opaque cursor that GitHub gives in {@code Link}. */
    static Answer deliveries(Area area, List<Sent> log, Question question) {
        long before = question.text("cursor")
                .map(cursor -> cursor.replaceFirst("^v1_", ""))
                .flatMap(Routes::number)
                .orElse(Long.MAX_VALUE);
        List<Sent> rest = log.stream().filter(sent -> sent.id() < before).toList();
        List<Sent> page = rest.subList(0, Math.min(question.perPage(), rest.size()));
        Map<String, String> headers = page.size() < rest.size()
                ? Map.of(
                        "Link",
                        "<" + area.shapes().apiUrl() + question.path() + "?"
                                + question.queryWith(
                                        "cursor", "v1_" + page.getLast().id()) + ">; rel=\"next\"")
                : Map.of();
        return new Answer(200, Shapes.list(page, HookShapes::item), headers);
    }
}

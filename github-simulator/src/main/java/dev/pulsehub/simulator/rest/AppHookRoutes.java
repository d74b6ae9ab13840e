package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.hook.Hook;
import dev.pulsehub.simulator.hook.Sent;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.simulator.signin.GitHubApp;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A GitHub App's own hook: its configuration, and what was delivered to it. */
final class AppHookRoutes {

    private final Area area;
    private final Webhooks webhooks;

    private AppHookRoutes(Area area, Webhooks webhooks) {
        this.area = area;
        this.webhooks = webhooks;
    }

    private interface OfHook {
        Answer answer(Hook hook, List<String> ids, Question question);
    }

    static void add(Area area, Webhooks webhooks) {
        AppHookRoutes routes = new AppHookRoutes(area, webhooks);
        routes.on("GET", "/config", (hook, ids, question) -> Answer.ok(config(hook)));
        routes.on("PATCH", "/config", routes::configure);
        routes.on(
                "GET",
                "/deliveries",
                (hook, ids, question) -> HookRoutes.deliveries(area, webhooks.log(hook), question));
        routes.on(
                "GET",
                "/deliveries/*",
                (hook, ids, question) -> Area.answer(routes.sent(hook, ids.getFirst()), HookShapes::delivery));
        routes.on(
                "POST",
                "/deliveries/*/attempts",
                (hook, ids, question) -> routes.sent(hook, ids.getFirst())
                        .filter(sent -> webhooks.redeliver(sent.guid()))
                        .map(sent -> new Answer(202, Shapes.object(), Map.of()))
                        .orElseGet(Answer::notFound));
    }

    private void on(String method, String template, OfHook handler) {
        AppRoutes.app(
                area,
                method,
                "/app/hook" + template,
                (app, ids, question) -> hook(app)
                        .map(hook -> handler.answer(hook, ids, question))
                        .orElseGet(Answer::notFound));
    }

    private Optional<Hook> hook(GitHubApp app) {
        return webhooks.of(Hook.OF_APP, app.id()).stream().findFirst();
    }

    private Optional<Sent> sent(Hook hook, String id) {
        return webhooks.log(hook).stream()
                .filter(sent -> Long.toString(sent.id()).equals(id))
                .findFirst();
    }

    private Answer configure(Hook hook, List<String> ids, Question question) {
        JsonNode asked = question.body();
        Hook changed = new Hook(
                hook.id(),
                hook.scope(),
                hook.target(),
                asked.path("url").asText(hook.url()),
                asked.hasNonNull("secret") ? Optional.of(asked.get("secret").asText()) : hook.secret(),
                hook.events(),
                asked.path("content_type").asText(hook.form() ? "form" : "json").equals("form"),
                true,
                hook.createdAt(),
                area.world().clock().instant());
        webhooks.register(changed);
        return Answer.ok(config(changed));
    }

    private static ObjectNode config(Hook hook) {
        ObjectNode config = Shapes.object();
        config.put("content_type", hook.form() ? "form" : "json");
        config.put("insecure_ssl", "0");
        config.put("url", hook.url());
        hook.secret().ifPresent(secret -> config.put("secret", "********"));
        return config;
    }
}

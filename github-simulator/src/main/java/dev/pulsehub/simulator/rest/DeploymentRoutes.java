package dev.pulsehub.simulator.rest;

import dev.pulsehub.simulator.world.Deployment;
import java.util.List;

/** Deployments and their statuses. */
final class DeploymentRoutes {

    private DeploymentRoutes() {}

    static void add(Area area) {
        DeploymentShapes shapes = area.shapes().deployments();
        Routes routes = area.routes();
        routes.repo(
                "/deployments",
                (repo, ids, question) -> area.page(
                        question,
                        List.copyOf(repo.deployments()).reversed().stream()
                                .filter(one -> asked(question, "environment", one.environment()))
                                .filter(one -> asked(question, "sha", one.sha()))
                                .filter(one -> asked(question, "ref", one.ref()))
                                .toList(),
                        shapes::deployment));
        on(routes, "", (deployment, ids, question) -> Answer.ok(shapes.deployment(deployment)));
        on(
                routes,
                "/statuses",
                (deployment, ids, question) -> area.page(
                        question, deployment.statuses().reversed(), status -> shapes.status(deployment, status)));
        on(
                routes,
                "/statuses/*",
                (deployment, ids, question) -> Area.answer(
                        deployment.statuses().stream()
                                .filter(status -> Long.toString(status.id()).equals(ids.getFirst()))
                                .findFirst(),
                        status -> shapes.status(deployment, status)));
    }

    private static boolean asked(Question question, String field, String value) {
        return question.text(field).map(value::equals).orElse(true);
    }

    private static void on(Routes routes, String template, Routes.Of<Deployment> handler) {
        routes.repo(
                "/deployments/*" + template,
                (repo, ids, question) -> Routes.number(ids.getFirst())
                        .flatMap(repo::deployment)
                        .map(deployment -> handler.answer(deployment, ids.subList(1, ids.size()), question))
                        .orElseGet(Answer::notFound));
    }
}

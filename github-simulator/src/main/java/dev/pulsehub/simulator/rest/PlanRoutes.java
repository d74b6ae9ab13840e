package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.Permissions.Right;
import dev.pulsehub.simulator.world.Repo;
import java.util.List;
import java.util.Optional;

/** Labels and milestones of repositories. */
final class PlanRoutes {

    private final Area area;

    private PlanRoutes(Area area) {
        this.area = area;
    }

    static void add(Area area) {
        PlanRoutes plans = new PlanRoutes(area);
        PlanShapes shapes = area.shapes().plans();
        Routes routes = area.routes();
        routes.repo(
                "/labels",
                (repo, ids, question) ->
                        area.page(question, List.copyOf(repo.labels()), label -> shapes.label(repo, label)));
        routes.repo("/labels/**", (repo, ids, question) -> plans.label(repo, ids.getFirst()));
        routes.repo("POST", "/labels", plans::create);
        routes.repo("PATCH", "/labels/**", plans::rename);
        routes.repo("DELETE", "/labels/**", plans::delete);
        routes.repo(
                "/milestones",
                (repo, ids, question) ->
                        area.page(question, inState(repo, question), milestone -> shapes.milestone(repo, milestone)));
        routes.repo(
                "/milestones/*",
                (repo, ids, question) -> Area.answer(
                        repo.milestones().stream()
                                .filter(one -> Integer.toString(one.number()).equals(ids.getFirst()))
                                .findFirst(),
                        milestone -> shapes.milestone(repo, milestone)));
    }

    private Answer label(Repo repo, String name) {
        return Area.answer(
                repo.labels().stream()
                        .filter(label -> label.name().equalsIgnoreCase(name))
                        .findFirst(),
                label -> area.shapes().plans().label(repo, label));
    }

    private Answer create(Repo repo, List<String> ids, Question question) {
        String name = question.said("name").orElse("");
        if (name.isEmpty()) {
            return Answer.invalid("Label", "name", "missing_field");
        }
        if (repo.labels().stream().anyMatch(label -> label.name().equalsIgnoreCase(name))) {
            return Answer.invalid("Label", "name", "already_exists");
        }
        return changed(repo, question, 201, name, Shapes.object().put("name", name), "labels");
    }

    private Answer rename(Repo repo, List<String> ids, Question question) {
        String name = ids.getFirst();
        String newName = question.said("new_name").orElse(name);
        return newName.equals(name)
                ? label(repo, name)
                : changed(repo, question, 200, newName, Shapes.object().put("name", newName), "labels", name, "rename");
    }

    private Answer changed(Repo repo, Question question, int status, String name, ObjectNode body, String... command) {
        Optional<Answer> refused = area.refused(question, repo, Right.PUSH);
        if (refused.isPresent()) {
            return refused.get();
        }
        area.change(question, repo, body, command);
        Answer label = label(repo, name);
        return new Answer(status, label.body(), label.headers());
    }

    private Answer delete(Repo repo, List<String> ids, Question question) {
        Optional<Answer> refused = area.refused(question, repo, Right.PUSH);
        return refused.orElseGet(() -> {
            area.change(question, repo, Shapes.object(), "labels", ids.getFirst(), "delete");
            return Answer.nothing();
        });
    }

    private static List<Milestone> inState(Repo repo, Question question) {
        String state = question.text("state").orElse("open");
        return repo.milestones().stream()
                .filter(milestone -> state.equals("all") || milestone.open() == state.equals("open"))
                .toList();
    }
}

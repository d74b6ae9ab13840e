package dev.pulsehub.simulator.rest;

import dev.pulsehub.simulator.world.Job;
import dev.pulsehub.simulator.world.Permissions.Right;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Workflow;
import java.util.List;
import java.util.Optional;

/** GitHub Actions: workflows, runs, their attempts and jobs. */
final class RunRoutes {

    private final Area area;
    private final RunLists lists;

    private RunRoutes(Area area) {
        this.area = area;
        this.lists = new RunLists(area.paging(), area.shapes().runs());
    }

    static void add(Area area) {
        RunRoutes runs = new RunRoutes(area);
        RunShapes shapes = area.shapes().runs();
        Routes routes = area.routes();
        routes.repo(
                "/actions/workflows",
                (repo, ids, question) -> area.paging()
                        .wrapped(
                                question,
                                "workflows",
                                List.copyOf(repo.workflows()),
                                workflow -> shapes.workflow(repo, workflow),
                                Integer.MAX_VALUE));
        routes.repo(
                "/actions/workflows/*",
                (repo, ids, question) ->
                        Area.answer(workflow(repo, ids.getFirst()), workflow -> shapes.workflow(repo, workflow)));
        routes.repo(
                "/actions/workflows/*/runs",
                (repo, ids, question) -> workflow(repo, ids.getFirst())
                        .map(workflow -> runs.lists.list(repo, Optional.of(workflow), question))
                        .orElseGet(Answer::notFound));
        routes.repo("/actions/runs", (repo, ids, question) -> runs.lists.list(repo, Optional.empty(), question));
        runs.onRun("", (run, ids, question) -> Answer.ok(shapes.run(run)));
        runs.onRun("/jobs", (run, ids, question) -> runs.lists.jobs(run, question));
        runs.onRun(
                "/attempts/*",
                (run, ids, question) -> Area.answer(attempt(run, ids.getFirst()), attempt -> shapes.run(run, attempt)));
        runs.onRun(
                "/attempts/*/jobs",
                (run, ids, question) -> attempt(run, ids.getFirst())
                        .map(attempt -> runs.lists.jobs(run, attempt.number(), question))
                        .orElseGet(Answer::notFound));
        routes.repo("/actions/jobs/*", (repo, ids, question) -> runs.job(repo, ids.getFirst()));
        runs.doing("/rerun", "rerun");
        runs.doing("/rerun-failed-jobs", "rerun-failed");
        runs.doing("/cancel", "cancel");
        routes.repo("DELETE", "/actions/runs/*", runs::delete);
    }

    /** By id or by the name of its file. */
    private static Optional<Workflow> workflow(Repo repo, String name) {
        return repo.workflows().stream()
                .filter(workflow -> Long.toString(workflow.id()).equals(name)
                        || workflow.path().endsWith("/" + name))
                .findFirst();
    }

    private static Optional<Run> run(Repo repo, String id) {
        return Routes.number(id).flatMap(repo::run);
    }

    private static Optional<Run.Attempt> attempt(Run run, String number) {
        return Routes.number(number).flatMap(one -> run.attempt(one.intValue()));
    }

    private void onRun(String template, Routes.Of<Run> handler) {
        area.routes()
                .repo(
                        "/actions/runs/*" + template,
                        (repo, ids, question) -> run(repo, ids.getFirst())
                                .map(run -> handler.answer(run, ids.subList(1, ids.size()), question))
                                .orElseGet(Answer::notFound));
    }

    private Answer job(Repo repo, String id) {
        for (Run run : repo.runs()) {
            for (Job job : run.jobs()) {
                if (Long.toString(job.id()).equals(id)) {
                    return Answer.ok(area.shapes().runs().job(run, job));
                }
            }
        }
        return Answer.notFound();
    }

    private void doing(String template, String verb) {
        area.routes().repo("POST", "/actions/runs/*" + template, (repo, ids, question) -> {
            Optional<Run> run = run(repo, ids.getFirst());
            if (run.isEmpty()) {
                return Answer.notFound();
            }
            return area.refused(question, repo, Right.PUSH).orElseGet(() -> {
                area.change(question, repo, Shapes.object(), "runs", ids.getFirst(), verb);
                return verb.equals("cancel")
                        ? new Answer(202, Shapes.object(), java.util.Map.of())
                        : Answer.created(Shapes.object());
            });
        });
    }

    private Answer delete(Repo repo, List<String> ids, Question question) {
        if (run(repo, ids.getFirst()).isEmpty()) {
            return Answer.notFound();
        }
        return area.refused(question, repo, Right.PUSH).orElseGet(() -> {
            area.change(question, repo, Shapes.object(), "runs", ids.getFirst(), "delete");
            return Answer.nothing();
        });
    }
}

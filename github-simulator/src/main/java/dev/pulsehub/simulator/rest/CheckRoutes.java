package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Job;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import java.util.List;
import java.util.Optional;

/** Check suites and check runs of commits, and the combined status. */
final class CheckRoutes {

    private final Area area;

    private CheckRoutes(Area area) {
        this.area = area;
    }

    private record Check(Run run, Job job) {}

    static void add(Area area) {
        CheckRoutes checks = new CheckRoutes(area);
        CheckShapes shapes = area.shapes().checks();
        Routes routes = area.routes();
        routes.repo(
                "/commits/*/check-runs",
                (repo, ids, question) -> checks.runs(
                        question,
                        ofCommit(repo, ids.getFirst())
                                .flatMap(CheckRoutes::latest)
                                .toList()));
        routes.repo(
                "/commits/*/check-suites",
                (repo, ids, question) -> area.paging()
                        .wrapped(
                                question,
                                "check_suites",
                                ofCommit(repo, ids.getFirst()).toList(),
                                shapes::suite,
                                Integer.MAX_VALUE));
        routes.repo("/commits/*/status", (repo, ids, question) -> checks.status(repo, ids.getFirst()));
        routes.repo("/commits/*/statuses", (repo, ids, question) -> area.page(question, List.<Run>of(), shapes::suite));
        routes.repo(
                "/check-suites/*", (repo, ids, question) -> Area.answer(suite(repo, ids.getFirst()), shapes::suite));
        routes.repo(
                "/check-suites/*/check-runs",
                (repo, ids, question) -> suite(repo, ids.getFirst())
                        .map(run -> checks.runs(question, latest(run).toList()))
                        .orElseGet(Answer::notFound));
        routes.repo(
                "/check-runs/*",
                (repo, ids, question) -> Area.answer(
                        repo.runs().stream()
                                .flatMap(run -> run.jobs().stream().map(job -> new Check(run, job)))
                                .filter(check -> Long.toString(check.job().id()).equals(ids.getFirst()))
                                .findFirst(),
                        check -> shapes.checkRun(check.run(), check.job())));
    }

    /** Newest first. */
    private static java.util.stream.Stream<Run> ofCommit(Repo repo, String ref) {
        String sha = Optional.ofNullable(repo.branches().get(ref)).orElse(ref);
        return repo.runsOn(sha).reversed().stream();
    }

    private static java.util.stream.Stream<Check> latest(Run run) {
        return run.jobs().stream().filter(job -> job.attempt() == run.attempt()).map(job -> new Check(run, job));
    }

    private static Optional<Run> suite(Repo repo, String id) {
        return id.matches("\\d{1,18}") ? repo.runOfSuite(Long.parseLong(id)) : Optional.empty();
    }

    private Answer runs(Question question, List<Check> checks) {
        return area.paging()
                .wrapped(
                        question,
                        "check_runs",
                        checks,
                        check -> area.shapes().checks().checkRun(check.run(), check.job()),
                        Integer.MAX_VALUE);
    }

    /** Nobody sets commit statuses here: what is combined is nothing. */
    private Answer status(Repo repo, String ref) {
        ObjectNode node = Shapes.object();
        node.put("state", "pending");
        node.putArray("statuses");
        node.put("sha", Optional.ofNullable(repo.branches().get(ref)).orElse(ref));
        node.put("total_count", 0);
        node.set("repository", area.shapes().repos().repo(repo));
        node.put("commit_url", area.shapes().url(repo) + "/commits/" + ref);
        node.put("url", area.shapes().url(repo) + "/commits/" + ref + "/status");
        return Answer.ok(node);
    }
}

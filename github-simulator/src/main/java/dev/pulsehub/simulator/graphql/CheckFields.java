package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Job;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Check suites and check runs, and the workflow runs behind them. */
final class CheckFields {

    private static final int ACTIONS = 15_368;

    private CheckFields() {}

    /** GitHub Actions, the only app that checks here. */
    private record App() {}

    static void add(Ground ground) {
        suites(ground);
        runs(ground);
        ground.fields()
                .of("App", App.class)
                .put("id", app -> new NodeId("App", ACTIONS).encoded())
                .put("databaseId", app -> ACTIONS)
                .put("name", app -> "GitHub Actions")
                .put("slug", app -> "github-actions");
        ground.fields()
                .of("StatusCheckRollup", Part.Rollup.class)
                .put(
                        "id",
                        rollup -> new NodeId(
                                        "StatusCheckRollup",
                                        NodeId.ofCommit(rollup.sha()).number())
                                .encoded())
                .put("commit", rollup -> CommitFields.commit(rollup.repo(), rollup.sha()))
                .put("state", CheckFields::state)
                .ask("contexts", (rollup, environment) -> Lists.listed(environment, checks(rollup)));
    }

    private static void suites(Ground ground) {
        ground.addressed(
                        ground.fields().of("CheckSuite", Part.Suite.class),
                        suite -> Ground.path(suite.run().repo()) + "/commit/"
                                + suite.run().headSha() + "/checks?check_suite_id="
                                + suite.run().suiteId())
                .put("id", suite -> new NodeId("CheckSuite", suite.run().suiteId()).encoded())
                .put("databaseId", suite -> suite.run().suiteId())
                .put("app", suite -> new App())
                .put(
                        "commit",
                        suite -> CommitFields.commit(
                                suite.run().repo(), suite.run().headSha()))
                .put(
                        "branch",
                        suite -> new Part.RefIn(
                                suite.run().repo(),
                                "refs/heads/",
                                suite.run().branch(),
                                suite.run().headSha()))
                .put(
                        "creator",
                        suite ->
                                suite.run().actor().filter(actor -> actor.type().equals("User")))
                .put("repository", suite -> suite.run().repo())
                .put("workflowRun", Part.Suite::run)
                .put("status", suite -> word(suite.run().status()))
                .put("conclusion", suite -> suite.run().conclusion().map(CheckFields::word))
                .put("createdAt", suite -> suite.run().createdAt())
                .put("updatedAt", suite -> suite.run().updatedAt())
                .ask(
                        "matchingPullRequests",
                        (suite, environment) -> Lists.listed(
                                environment,
                                suite.run().repo().openPullOf(suite.run().branch()).stream()
                                        .toList()))
                .ask("checkRuns", (suite, environment) -> Lists.listed(environment, checks(suite.run(), environment)));
        ground.addressed(
                        ground.fields().of("CheckRun", Part.Check.class),
                        check -> Ground.path(check.run().repo()) + "/actions/runs/"
                                + check.run().id() + "/job/" + check.job().id())
                .put("id", check -> new NodeId("CheckRun", check.job().id()).encoded())
                .put("databaseId", check -> check.job().id())
                .put("name", check -> check.job().name())
                .put("status", check -> word(check.job().status()))
                .put("conclusion", check -> check.job().conclusion().map(CheckFields::word))
                .put("startedAt", check -> check.job().startedAt())
                .put("completedAt", check -> check.job().completedAt())
                .put(
                        "detailsUrl",
                        check -> ground.webUrl() + Ground.path(check.run().repo()) + "/actions/runs/"
                                + check.run().id() + "/job/" + check.job().id())
                .put("externalId", check -> "")
                .put("title", check -> null)
                .put("summary", check -> null)
                .put("text", check -> null)
                .put("repository", check -> check.run().repo())
                .put("checkSuite", check -> new Part.Suite(check.run()))
                .ask("isRequired", (check, environment) -> false);
    }

    private static void runs(Ground ground) {
        ground.addressed(
                        ground.fields().of("WorkflowRun", Run.class),
                        run -> Ground.path(run.repo()) + "/actions/runs/" + run.id())
                .put("id", run -> new NodeId("WorkflowRun", run.id()).encoded())
                .put("databaseId", Run::id)
                .put("runNumber", Run::runNumber)
                .put("event", Run::event)
                .put("createdAt", Run::createdAt)
                .put("updatedAt", Run::updatedAt)
                .put("checkSuite", Part.Suite::new)
                .put("workflow", run -> new Part.WorkflowIn(run.repo(), run.workflow()));
        ground.addressed(
                        ground.fields().of("Workflow", Part.WorkflowIn.class),
                        in -> Ground.path(in.repo()) + "/actions/workflows/"
                                + in.workflow().path().replaceAll(".*/", ""))
                .put("id", in -> new NodeId("Workflow", in.workflow().id()).encoded())
                .put("databaseId", in -> in.workflow().id())
                .put("name", in -> in.workflow().name())
                .put("state", in -> "ACTIVE")
                .put("createdAt", in -> in.repo().createdAt())
                .put("updatedAt", in -> in.repo().createdAt())
                .ask(
                        "runs",
                        (in, environment) -> Lists.ordered(
                                environment,
                                in.repo().runs().stream()
                                        .filter(run -> run.workflow().id()
                                                == in.workflow().id())
                                        .toList(),
                                Map.of("CREATED_AT", run -> Lists.moment(run.createdAt())),
                                Run::id));
    }

    private static String word(String rest) {
        return rest.toUpperCase(Locale.ROOT);
    }

    private static Stream<Job> latest(Run run) {
        return run.jobs().stream().filter(job -> job.attempt() == run.attempt());
    }

    /** Those of the latest attempt, unless {@code filterBy} asks for all. */
    private static List<Part.Check> checks(Run run, DataFetchingEnvironment environment) {
        Map<String, Object> filter = environment.getArgument("filterBy");
        boolean all = filter != null && "ALL".equals(filter.get("checkType"));
        return (all ? run.jobs().stream() : latest(run))
                .map(job -> new Part.Check(run, job))
                .toList();
    }

    private static Stream<Run> ofCommit(Repo repo, String sha) {
        return repo.runsOn(sha).stream();
    }

    static Slice suitesOf(Part.CommitIn in, DataFetchingEnvironment environment) {
        return Lists.listed(
                environment, ofCommit(in.repo(), in.sha()).map(Part.Suite::new).toList());
    }

    /** Empty where nothing checked the commit. */
    static Optional<Part.Rollup> rollup(Repo repo, String sha) {
        return ofCommit(repo, sha).findAny().map(run -> new Part.Rollup(repo, sha));
    }

    private static List<Part.Check> checks(Part.Rollup rollup) {
        return ofCommit(rollup.repo(), rollup.sha())
                .flatMap(run -> latest(run).map(job -> new Part.Check(run, job)))
                .toList();
    }

    private static String state(Part.Rollup rollup) {
        List<Part.Check> checks = checks(rollup);
        if (checks.stream().anyMatch(check -> check.job().conclusion().isEmpty())) {
            return "PENDING";
        }
        return checks.stream()
                        .flatMap(check -> check.job().conclusion().stream())
                        .allMatch(List.of("success", "skipped", "neutral")::contains)
                ? "SUCCESS"
                : "FAILURE";
    }
}

package dev.pulsehub.simulator.rest;

import dev.pulsehub.simulator.api.Range;
import dev.pulsehub.simulator.world.Job;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Workflow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The lists of workflow runs and of their jobs. */
final class RunLists {

    private static final int MOST_FILTERED_RUNS = 1000;

    private final Paging paging;
    private final RunShapes shapes;

    RunLists(Paging paging, RunShapes shapes) {
        this.paging = paging;
        this.shapes = shapes;
    }

    /** Jobs of the latest attempt unless {@code filter=all}. */
    Answer jobs(Run run, Question question) {
        boolean all = "all".equals(question.text("filter").orElse("latest"));
        return all ? jobs(run, run.jobs(), question) : jobs(run, run.attempt(), question);
    }

    Answer jobs(Run run, int attempt, Question question) {
        return jobs(
                run, run.jobs().stream().filter(job -> job.attempt() == attempt).toList(), question);
    }

    private Answer jobs(Run run, List<Job> jobs, Question question) {
        return paging.wrapped(question, "jobs", jobs, job -> shapes.job(run, job), Integer.MAX_VALUE);
    }

    /** Newest first; with a filter no more than GitHub lets one reach. */
    Answer list(Repo repo, Optional<Workflow> workflow, Question question) {
        List<Predicate<Run>> filters = new ArrayList<>();
        question.text("created").ifPresent(range -> filters.add(run -> Range.holds(run.createdAt(), range)));
        question.text("status")
                .ifPresent(status -> filters.add(run -> status.equals(run.status())
                        || run.conclusion().filter(status::equals).isPresent()));
        question.text("branch").ifPresent(branch -> filters.add(run -> branch.equals(run.branch())));
        question.text("event").ifPresent(event -> filters.add(run -> event.equals(run.event())));
        question.text("head_sha").ifPresent(sha -> filters.add(run -> sha.equals(run.headSha())));
        question.text("check_suite_id")
                .ifPresent(suite -> filters.add(run -> suite.equals(Long.toString(run.suiteId()))));
        question.text("actor")
                .ifPresent(login -> filters.add(run -> run.actor()
                        .filter(one -> one.login().equalsIgnoreCase(login))
                        .isPresent()));
        List<Run> runs = repo.runs().stream()
                .filter(run -> workflow.isEmpty()
                        || workflow.get().id() == run.workflow().id())
                .filter(run -> filters.stream().allMatch(filter -> filter.test(run)))
                .sorted(Comparator.comparing(Run::createdAt)
                        .thenComparing(Run::id)
                        .reversed())
                .toList();
        return paging.wrapped(
                question,
                "workflow_runs",
                runs,
                shapes::run,
                filters.isEmpty() ? Integer.MAX_VALUE : MOST_FILTERED_RUNS);
    }
}

package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens to workflow runs and their jobs. */
public final class RunVerbs {

    private static final List<String> CONCLUSIONS =
            List.of("success", "failure", "cancelled", "skipped", "timed_out", "neutral", "action_required", "stale");

    private static final Optional<String> SUCCESS = Optional.of("success");

    private final Moment moment;

    RunVerbs(Moment moment) {
        this.moment = moment;
    }

    /** Starts a run with the jobs {@code build} and {@code test}. */
    public Run start(Repo repo, Workflow workflow, Run.Trigger trigger) {
        return start(repo, workflow, trigger, List.of("build", "test"));
    }

    public Run start(Repo repo, Workflow workflow, Run.Trigger trigger, List<String> jobs) {
        int number = repo.lastRunNumber(workflow) + 1;
        Run run = new Run(repo, moment.nextId(), moment.nextId(), workflow, number, trigger, moment.now());
        repo.add(run);
        begin(run, jobs);
        return run;
    }

    private void begin(Run run, List<String> jobs) {
        run.state("queued", null, moment.now());
        moment.tell(new Change.RunChanged(run, "requested", sender(run)));
        run.state("in_progress", null, moment.now());
        for (String name : jobs) {
            Job job = new Job(
                    moment.nextId(),
                    name,
                    run.attempt(),
                    "in_progress",
                    Optional.empty(),
                    moment.now(),
                    Optional.empty());
            run.jobs().add(job);
            moment.tell(new Change.JobChanged(run, job, "in_progress", sender(run)));
        }
        moment.tell(new Change.RunChanged(run, "in_progress", sender(run)));
    }

    /** Ends the run and its jobs: all of them alike, save that of a failed run only the last one failed. */
    public void complete(Run run, String conclusion) {
        if ("completed".equals(run.status())) {
            throw new NotPossible("Run " + run.id() + " is completed already");
        }
        if (!CONCLUSIONS.contains(conclusion)) {
            throw new NotPossible("A run ends in one of " + CONCLUSIONS + ", not " + conclusion);
        }
        run.state("completed", conclusion, moment.now());
        Optional<String> result = Optional.of(conclusion);
        Optional<Instant> at = Optional.of(moment.now());
        int last = run.jobs().size() - 1;
        for (int i = 0; i <= last; i++) {
            Job job = run.jobs().get(i);
            if (job.runsIn(run.attempt())) {
                Job ended = job.completed("failure".equals(conclusion) && i < last ? SUCCESS : result, at);
                run.jobs().set(i, ended);
                moment.tell(new Change.JobChanged(run, ended, "completed", sender(run)));
            }
        }
        moment.tell(new Change.RunChanged(run, "completed", sender(run)));
    }

    public void cancel(Run run) {
        complete(run, "cancelled");
    }

    public void rerun(Run run) {
        rerun(run, sender(run));
    }

    /** Runs all jobs again under the same id. */
    public void rerun(Run run, Account by) {
        again(run, by, names(run, Set.of()));
    }

    /** Runs only the jobs again that did not succeed. */
    public void rerunFailed(Run run, Account by) {
        List<String> failed = names(run, Set.of("success", "skipped", "neutral"));
        if (failed.isEmpty()) {
            throw new NotPossible("No job of run " + run.id() + " failed");
        }
        again(run, by, failed);
    }

    private void again(Run run, Account by, List<String> jobs) {
        if (!"completed".equals(run.status())) {
            throw new NotPossible("Run " + run.id() + " is not completed");
        }
        run.again(by, moment.now());
        begin(run, jobs.isEmpty() ? List.of("build", "test") : jobs);
    }

    private static List<String> names(Run run, Set<String> without) {
        return run.jobs().stream()
                .filter(job -> job.attempt() == run.attempt())
                .filter(job -> !without.contains(job.conclusion().orElse("")))
                .map(Job::name)
                .collect(Collectors.toList());
    }

    /** GitHub tells nobody. */
    public void delete(Run run) {
        run.repo().remove(run);
    }

    /** The workflow of that name, made when it is new. */
    public Workflow workflow(Repo repo, String name) {
        return repo.workflowsByName()
                .computeIfAbsent(
                        name,
                        one -> new Workflow(
                                moment.nextId(),
                                one,
                                ".github/workflows/"
                                        + one.toLowerCase(Locale.ROOT).replace(' ', '-') + ".yml"));
    }

    private static Account sender(Run run) {
        return run.triggeringActor().orElse(run.repo().owner());
    }
}

package dev.pulsehub.simulator.rest;

import dev.pulsehub.simulator.world.Job;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
        List<Job> jobs = run.jobs().stream()
                .filter(job -> all || job.attempt() == run.attempt())
                .toList();
        return paging.wrapped(question, "jobs", jobs, job -> shapes.job(run, job), Integer.MAX_VALUE);
    }

    /** Newest first; with a filter no more than GitHub lets one reach. */
    Answer list(Repo repo, Question question) {
        Optional<String> created = question.text("created");
        Optional<String> status = question.text("status");
        Optional<String> branch = question.text("branch");
        Optional<String> event = question.text("event");
        boolean filtered = List.of(created, status, branch, event).stream().anyMatch(Optional::isPresent);
        Predicate<Run> asked =
                run -> created.map(range -> inRange(run.createdAt(), range)).orElse(true)
                        && status.map(one -> one.equals(run.status())
                                        || run.conclusion().filter(one::equals).isPresent())
                                .orElse(true)
                        && branch.map(run.branch()::equals).orElse(true)
                        && event.map(run.event()::equals).orElse(true);
        List<Run> runs = repo.runs().stream()
                .filter(asked)
                .sorted(Comparator.comparing(Run::createdAt)
                        .thenComparing(Run::id)
                        .reversed())
                .toList();
        return paging.wrapped(
                question, "workflow_runs", runs, shapes::run, filtered ? MOST_FILTERED_RUNS : Integer.MAX_VALUE);
    }

    /** {@code A..B}, {@code A..*}, {@code >=A}, {@code <=A} or one day; days and instants. */
    static boolean inRange(Instant moment, String range) {
        if (range.startsWith(">=")) {
            return !moment.isBefore(start(range.substring(2)));
        }
        if (range.startsWith("<=")) {
            return !moment.isAfter(end(range.substring(2)));
        }
        String[] bounds = range.contains("..") ? range.split("\\.\\.", 2) : new String[] {range, range};
        return (bounds[0].equals("*") || !moment.isBefore(start(bounds[0])))
                && (bounds[1].equals("*") || !moment.isAfter(end(bounds[1])));
    }

    private static Instant start(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : Question.instant(text);
    }

    private static Instant end(String text) {
        return text.length() == 10
                ? LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .minusSeconds(1)
                : Question.instant(text);
    }
}

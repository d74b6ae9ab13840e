package dev.pulsehub.mcp.tool;

import static java.util.Map.entry;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.report.CycleTimeReport;
import dev.pulsehub.core.report.CycleTimes;
import dev.pulsehub.core.report.Percentiles;
import dev.pulsehub.core.report.PullMetric;
import dev.pulsehub.core.report.PullRequestRow;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code pulse_cycle_time}. */
@Dependent
public class CycleTimeTool implements PulseTool {

    @Inject
    private CycleTimeReport report;

    @Inject
    private Clock clock;

    @Override
    public McpSchema.Tool definition() {
        return Schemas.reading(
                        "pulse_cycle_time",
                        "Cycle time",
                        "How long merged pull requests took, first commit to merge, by stage (coding, pickup, review), against"
                                + " the time before, with the slowest.")
                .inputSchema(Periods.input(entry("limit", Schemas.number("how many of the slowest", 5, 0, 50))))
                .outputSchema(
                        Schemas.output("as_of", "complete", "from", "to", "merged", "cycle_time", "stages", "slowest"))
                .build();
    }

    @Override
    public Answer answer(Asker asker, Arguments arguments) {
        CycleTimes times = report.read(Periods.selection(asker, arguments), arguments.number("limit", 5));
        Periods.requireFound(times.scope(), arguments);
        Origin origin = Origin.stored(times.scope().freshness(), clock.instant());
        Long change =
                Periods.change(times.now().cycle().p50(), times.before().cycle().p50());
        Map<String, Object> body = Periods.body(origin, times.window(), times.scope());
        body.put("merged", times.now().merged());
        body.put("merged_before", times.before().merged());
        body.put("cycle_time", Periods.hours(times.now().cycle()));
        body.put("p50_change_percent", change);
        Map<String, Object> stages = new LinkedHashMap<>();
        stages.put("coding", Periods.hours(times.now().coding()));
        stages.put("pickup", Periods.hours(times.now().pickup()));
        stages.put("review", Periods.hours(times.now().review()));
        body.put("stages", stages);
        body.put("slowest", times.slowest().stream().map(CycleTimeTool::slow).toList());
        return new Answer(body, words(times, origin, change));
    }

    private static Map<String, @Nullable Object> slow(PullRequestRow pull) {
        Map<String, @Nullable Object> slow = new LinkedHashMap<>();
        slow.put("repo", pull.repo());
        slow.put("number", pull.number());
        slow.put("title", Untrusted.line(pull.title()));
        slow.put("hours", Periods.hours(seconds(pull)));
        slow.put("url", pull.url());
        return slow;
    }

    private static Optional<Double> seconds(PullRequestRow pull) {
        return pull.seconds(PullMetric.CYCLE_TO_MERGE).stream()
                .mapToObj(value -> (double) value)
                .findFirst();
    }

    private static String words(CycleTimes times, Origin origin, @Nullable Long change) {
        if (times.now().merged() == 0) {
            return "Nothing was merged ("
                    + Periods.words(times.window(), times.scope().chosen()) + ", " + origin.words() + ").";
        }
        return "Cycle time of " + times.now().merged() + " merged pull requests ("
                + Periods.words(times.window(), times.scope().chosen())
                + ", " + origin.words() + "): " + spread(times.now().cycle()) + "; median " + Periods.signed(change)
                + ".\nMedians by stage: coding " + middle(times.now().coding()) + ", pickup "
                + middle(times.now().pickup())
                + ", review " + middle(times.now().review()) + ".\nSlowest:\n" + slowest(times.slowest());
    }

    private static String slowest(List<PullRequestRow> pulls) {
        return pulls.stream()
                .map(pull -> Periods.hours(seconds(pull)) + " h\t" + Untrusted.line(pull.title()) + "\t" + pull.url())
                .collect(Collectors.joining("\n"));
    }

    private static String spread(Percentiles seconds) {
        return "median " + middle(seconds) + ", p75 " + Periods.hours(seconds.p75()) + " h, p90 "
                + Periods.hours(seconds.p90()) + " h";
    }

    private static String middle(Percentiles seconds) {
        return seconds.p50().isEmpty() ? "unknown" : Periods.hours(seconds.p50()) + " h (n=" + seconds.n() + ")";
    }
}

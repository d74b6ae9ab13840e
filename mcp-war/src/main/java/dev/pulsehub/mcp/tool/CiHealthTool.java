package dev.pulsehub.mcp.tool;

import static java.util.Map.entry;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.report.WorkflowHealth;
import dev.pulsehub.core.report.WorkflowHealthReport;
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

/** {@code pulse_ci_health}. */
@Dependent
public class CiHealthTool implements PulseTool {

    @Inject
    private WorkflowHealthReport report;

    @Inject
    private Links links;

    @Inject
    private Clock clock;

    @Override
    public McpSchema.Tool definition() {
        return Schemas.reading(
                        "pulse_ci_health",
                        "CI health",
                        "Success rate and duration of workflow runs, against the time before, with the workflows that fail"
                                + " most. Cancelled and skipped runs do not count.")
                .inputSchema(Periods.input(entry("limit", Schemas.number("how many workflows", 10, 0, 50))))
                .outputSchema(Schemas.output("as_of", "complete", "from", "to", "runs", "success_percent", "workflows"))
                .build();
    }

    @Override
    public Answer answer(Asker asker, Arguments arguments) {
        WorkflowHealth health = report.read(Periods.selection(asker, arguments));
        Periods.requireFound(health.scope(), arguments);
        Origin origin = Origin.stored(health.scope().freshness(), clock.instant());
        List<WorkflowHealth.Workflow> worst =
                health.workflows().stream().limit(arguments.number("limit", 10)).toList();
        Map<String, Object> body = Periods.body(origin, health.window(), health.scope());
        body.put("runs", health.now().runs());
        body.put("failed", health.now().failed());
        body.put("success_percent", percent(health.now()));
        body.put("success_percent_before", percent(health.before()));
        body.put("p50_minutes", minutes(health.now().duration().p50()));
        body.put("p90_minutes", minutes(health.now().duration().p90()));
        body.put("workflows", worst.stream().map(this::workflow).toList());
        return new Answer(body, words(health, worst, origin));
    }

    private Map<String, @Nullable Object> workflow(WorkflowHealth.Workflow one) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("repo", one.repo());
        line.put("workflow", Untrusted.line(one.name()));
        line.put("runs", one.outcome().runs());
        line.put("failed", one.outcome().failed());
        line.put("success_percent", percent(one.outcome()));
        line.put("p50_minutes", minutes(one.outcome().duration().p50()));
        line.put("last_failed", lastFailed(one).orElse(null));
        return line;
    }

    private Optional<String> lastFailed(WorkflowHealth.Workflow one) {
        return one.lastFailed().stream()
                .mapToObj(run -> links.gitHub() + "/" + one.repo() + "/actions/runs/" + run)
                .findFirst();
    }

    private static @Nullable Double percent(WorkflowHealth.Outcome outcome) {
        return outcome.successRate().map(rate -> Periods.rounded(rate * 100, 1)).orElse(null);
    }

    private static @Nullable Double minutes(Optional<Double> seconds) {
        return seconds.map(value -> Periods.rounded(value / 60, 1)).orElse(null);
    }

    private String words(WorkflowHealth health, List<WorkflowHealth.Workflow> worst, Origin origin) {
        String where = Periods.words(health.window(), health.scope().chosen()).replace(", without bots", "");
        if (health.now().runs() == 0) {
            return "No workflow run ended (" + where + ", " + origin.words() + ").";
        }
        Double before = percent(health.before());
        return "Workflow runs (" + where + ", " + origin.words() + "): " + percent(health.now()) + " % of "
                + health.now().runs() + " succeeded" + (before == null ? "" : " (" + before + " % before)") + ", "
                + health.now().failed() + " failed; median "
                + minutes(health.now().duration().p50()) + " min, p90 "
                + minutes(health.now().duration().p90()) + " min.\nMost failures:\n"
                + worst.stream()
                        .map(one -> one.repo() + "\t" + Untrusted.line(one.name()) + "\t"
                                + one.outcome().failed() + " of "
                                + one.outcome().runs() + " failed"
                                + lastFailed(one).map(url -> "\t" + url).orElse(""))
                        .collect(Collectors.joining("\n"));
    }
}

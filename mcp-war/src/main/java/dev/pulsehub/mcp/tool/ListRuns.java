package dev.pulsehub.mcp.tool;

import static java.util.Map.entry;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.report.Columns;
import dev.pulsehub.core.report.Paging;
import dev.pulsehub.core.report.RunFilter;
import dev.pulsehub.core.report.RunReport;
import dev.pulsehub.core.report.RunRow;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** {@code github_get_workflow_runs}. */
@Dependent
public class ListRuns implements PulseTool {

    private static final RepoLists.Kind<RunRow> RUNS = new RepoLists.Kind<>(
            "workflow runs",
            Columns.RUNS,
            List.of(
                    "id",
                    "workflow",
                    "attempt",
                    "branch",
                    "event",
                    "status",
                    "conclusion",
                    "run_started_at",
                    "completed_at"),
            row -> new Paging.After(row.runStartedAt(), row.id()),
            "{github}/{repo}/actions/runs/{id}");

    @Inject
    private RepoLists lists;

    @Inject
    private RunReport report;

    @Inject
    private Links links;

    @Override
    public McpSchema.Tool definition() {
        return Schemas.reading(
                        "github_get_workflow_runs",
                        "List workflow runs",
                        "GitHub Actions runs of a repository, newest first.")
                .inputSchema(
                        Lists.input(entry("workflow_id", Schemas.text("number, file name or name; all without it"))))
                .outputSchema(Lists.OUTPUT)
                .build();
    }

    @Override
    public Answer answer(Asker asker, Arguments arguments) {
        String repo = arguments.repo();
        int limit = arguments.number("limit", RepoLists.USUAL);
        Optional<String> workflow = arguments.find("workflow_id");
        RunFilter filter = new RunFilter(RepoLists.all(asker, repo), Optional.empty(), false, workflow);
        RepoLists.Kind<RunRow> kind = links.in(RUNS);
        String query = workflow.map(id -> "actions/workflows/" + RepoLists.encoded(id) + "/runs")
                .orElse("actions/runs");
        return lists.stored(kind, repo, limit, most -> report.after(filter, Paging.after(Places.read(arguments), most)))
                .orElseGet(() -> lists.asked(kind, asker, repo, query + "?per_page=" + limit, run -> true));
    }
}

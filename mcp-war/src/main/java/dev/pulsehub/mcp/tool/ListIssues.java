package dev.pulsehub.mcp.tool;

import static java.util.Map.entry;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.report.Columns;
import dev.pulsehub.core.report.IssueFilter;
import dev.pulsehub.core.report.IssueReport;
import dev.pulsehub.core.report.IssueRow;
import dev.pulsehub.core.report.Paging;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code github_list_issues}. */
@Dependent
public class ListIssues implements PulseTool {

    private static final RepoLists.Kind<IssueRow> ISSUES = new RepoLists.Kind<>(
            "issues",
            Columns.ISSUES,
            List.of("number", "title", "state", "author", "labels", "created_at", "closed_at"),
            row -> new Paging.After(row.createdAt(), row.id()),
            "{github}/{repo}/issues/{number}");

    @Inject
    private RepoLists lists;

    @Inject
    private IssueReport report;

    @Inject
    private Links links;

    @Override
    public McpSchema.Tool definition() {
        return Schemas.reading(
                        "github_list_issues", "List issues", "Issues of a repository, newest first; no pull requests.")
                .inputSchema(Lists.input(
                        entry("state", Schemas.choice("", "open", "open", "closed", "all")),
                        entry("labels", Schemas.texts("all of them"))))
                .outputSchema(Lists.OUTPUT)
                .build();
    }

    @Override
    public Answer answer(Asker asker, Arguments arguments) {
        String repo = arguments.repo();
        String state = arguments.find("state").orElse("open");
        List<String> labels = arguments.texts("labels");
        int limit = arguments.number("limit", RepoLists.USUAL);
        Optional<IssueFilter.State> wanted = state.equals("all")
                ? Optional.empty()
                : Optional.of(IssueFilter.State.valueOf(state.toUpperCase(Locale.ROOT)));
        IssueFilter filter = new IssueFilter(RepoLists.all(asker, repo), wanted, Optional.empty(), labels);
        RepoLists.Kind<IssueRow> kind = links.in(ISSUES);
        return lists.stored(kind, repo, limit, most -> report.after(filter, Paging.after(Places.read(arguments), most)))
                .orElseGet(() -> lists.asked(
                        kind,
                        asker,
                        repo,
                        "issues?state=" + state + "&per_page=" + limit
                                + (labels.isEmpty() ? "" : "&labels=" + RepoLists.encoded(String.join(",", labels))),
                        issue -> !issue.containsKey("pull_request")));
    }
}

package dev.pulsehub.mcp.tool;

import static java.util.Map.entry;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.report.Columns;
import dev.pulsehub.core.report.Paging;
import dev.pulsehub.core.report.PullFilter;
import dev.pulsehub.core.report.PullRequestReport;
import dev.pulsehub.core.report.PullRequestRow;
import dev.pulsehub.core.report.PullState;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code github_list_prs}. */
@Dependent
public class ListPulls implements PulseTool {

    private static final RepoLists.Kind<PullRequestRow> PULLS = new RepoLists.Kind<>(
            "pull requests",
            Columns.PULLS,
            List.of(
                    "number",
                    "title",
                    "state",
                    "draft",
                    "author",
                    "created_at",
                    "first_review_at",
                    "merged_at",
                    "closed_at"),
            row -> new Paging.After(row.moments().createdAt(), row.id()),
            "{github}/{repo}/pull/{number}");

    @Inject
    private RepoLists lists;

    @Inject
    private PullRequestReport report;

    @Inject
    private Links links;

    @Override
    public McpSchema.Tool definition() {
        return Schemas.reading("github_list_prs", "List pull requests", "Pull requests of a repository, newest first.")
                .inputSchema(Lists.input(entry(
                        "state", Schemas.choice("closed: without merge", "open", "open", "merged", "closed", "all"))))
                .outputSchema(Lists.OUTPUT)
                .build();
    }

    @Override
    public Answer answer(Asker asker, Arguments arguments) {
        String repo = arguments.repo();
        String state = arguments.find("state").orElse("open");
        int limit = arguments.number("limit", RepoLists.USUAL);
        Optional<PullState> wanted =
                state.equals("all") ? Optional.empty() : Optional.of(PullState.valueOf(state.toUpperCase(Locale.ROOT)));
        PullFilter filter = PullFilter.of(RepoLists.all(asker, repo), wanted);
        RepoLists.Kind<PullRequestRow> kind = links.in(PULLS);
        return lists.stored(kind, repo, limit, most -> report.after(filter, Paging.after(Places.read(arguments), most)))
                .orElseGet(() -> lists.asked(
                        kind,
                        asker,
                        repo,
                        "pulls?state=" + (state.equals("merged") ? "closed" : state) + "&per_page=" + limit,
                        pull -> isIn(pull, state)));
    }

    /** GitHub calls merged ones closed. */
    private static boolean isIn(JsonObject pull, String state) {
        boolean merged = pull.get("merged_at") instanceof JsonString;
        return switch (state) {
            case "merged" -> merged;
            case "closed" -> !merged;
            default -> true;
        };
    }
}

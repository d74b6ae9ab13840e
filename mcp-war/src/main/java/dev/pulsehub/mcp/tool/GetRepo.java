package dev.pulsehub.mcp.tool;

import static java.util.Map.entry;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.report.Columns;
import dev.pulsehub.core.report.Listing;
import dev.pulsehub.core.report.Paging;
import dev.pulsehub.core.report.RepoReport;
import dev.pulsehub.core.report.RepoRow;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code github_get_repo}. */
@Dependent
public class GetRepo implements PulseTool {

    @Inject
    private RepoLists lists;

    @Inject
    private RepoReport report;

    @Inject
    private Links links;

    @Inject
    private Clock clock;

    @Override
    public McpSchema.Tool definition() {
        return Schemas.reading(
                        "github_get_repo", "Get a repository", "One repository: what it is, stars, forks, last push.")
                .inputSchema(Schemas.input(
                        Schemas.properties(entry("owner", Schemas.text("")), entry("repo", Schemas.text(""))),
                        "owner",
                        "repo"))
                .outputSchema(Schemas.output("source", "as_of", "complete", "repo", "link"))
                .build();
    }

    @Override
    public Answer answer(Asker asker, Arguments arguments) {
        String repo = arguments.repo();
        Listing<RepoRow> listing = report.after(RepoLists.all(asker, repo), Paging.after(Optional.empty(), 1));
        if (!listing.rows().isEmpty()) {
            return answer(
                    Rows.of(Columns.REPOS, ListRepos.COLUMNS, listing.rows()),
                    Origin.stored(listing.scope().freshness(), clock.instant()));
        }
        JsonArray one = Json.createArrayBuilder()
                .add(lists.gitHub(asker, repo).get("repos/" + repo).orElseThrow(() -> RepoLists.notVisible(repo)))
                .build();
        return answer(GitHubRows.of(ListRepos.COLUMNS, one, any -> true), Origin.gitHub(clock.instant()));
    }

    private Answer answer(Rows rows, Origin origin) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("source", origin.source());
        body.put("as_of", origin.asOf());
        body.put("complete", origin.complete());
        List<@Nullable Object> values = rows.rows().getFirst();
        for (int i = 0; i < values.size(); i++) {
            body.put(rows.columns().get(i), values.get(i));
        }
        body.put("link", links.gitHub() + "/" + values.getFirst());
        String text = body.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("\n"));
        return new Answer(body, text);
    }
}

package dev.pulsehub.mcp.tool;

import static java.util.Map.entry;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.report.Columns;
import dev.pulsehub.core.report.Listing;
import dev.pulsehub.core.report.Paging;
import dev.pulsehub.core.report.Range;
import dev.pulsehub.core.report.RepoReport;
import dev.pulsehub.core.report.RepoRow;
import dev.pulsehub.core.report.Selection;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code github_list_repos}. */
@Dependent
public class ListRepos implements PulseTool {

    static final List<String> COLUMNS = List.of(
            "repo",
            "description",
            "private",
            "archived",
            "fork",
            "default_branch",
            "language",
            "stars",
            "forks",
            "pushed_at");

    private static final int MOST = 1_000;

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
                        "github_list_repos",
                        "List repositories",
                        "Repositories of a user or an organisation, the last pushed first; without either, all Pulse-Hub knows.")
                .inputSchema(Schemas.input(Schemas.properties(
                        entry("user", Schemas.text("")),
                        entry("org", Schemas.text("")),
                        entry("limit", Schemas.number("", RepoLists.USUAL, 1, 100)))))
                .outputSchema(Lists.OUTPUT)
                .build();
    }

    @Override
    public Answer answer(Asker asker, Arguments arguments) {
        Optional<String> org = arguments.find("org");
        Optional<String> owner = org.or(() -> arguments.find("user"));
        owner.filter(login -> !login.matches("[A-Za-z0-9-]+")).ifPresent(login -> {
            throw new NoAnswer("user and org are logins as GitHub writes them.");
        });
        int limit = arguments.number("limit", RepoLists.USUAL);
        Selection all =
                new Selection(asker.personId(), asker.organizationId(), List.of(), new Range.Everything(), true);
        Listing<RepoRow> listing = report.after(all, Paging.after(Optional.empty(), MOST));
        List<RepoRow> wanted = listing.rows().stream()
                .filter(row -> owner.isEmpty() || isOf(row, owner.get()))
                .sorted(java.util.Comparator.comparing(
                                (RepoRow row) -> row.pushedAt().orElse(row.createdAt()))
                        .reversed())
                .toList();
        if (wanted.isEmpty() && owner.isPresent()) {
            return asked(asker, owner.get(), org.isPresent(), limit);
        }
        Rows rows = Rows.of(Columns.REPOS, COLUMNS, wanted.stream().limit(limit).toList());
        return rows.answer(
                "%d of %d repositories".formatted(rows.rows().size(), wanted.size()),
                Origin.stored(listing.scope().freshness(), clock.instant()),
                Optional.empty(),
                links.gitHub() + "/{repo}");
    }

    private Answer asked(Asker asker, String owner, boolean organization, int limit) {
        JsonValue list = lists.gitHub(asker, owner)
                .get((organization ? "orgs/" : "users/") + owner + "/repos?sort=pushed&per_page=" + limit)
                .orElseThrow(() -> RepoLists.notVisible(owner));
        Rows rows = GitHubRows.of(COLUMNS, list.asJsonArray(), repo -> true);
        return rows.answer(
                rows.rows().size() + " repositories of " + owner,
                Origin.gitHub(clock.instant()),
                Optional.empty(),
                links.gitHub() + "/{repo}");
    }

    private static boolean isOf(RepoRow row, String owner) {
        return row.repo().toLowerCase(Locale.ROOT).startsWith(owner.toLowerCase(Locale.ROOT) + "/");
    }
}

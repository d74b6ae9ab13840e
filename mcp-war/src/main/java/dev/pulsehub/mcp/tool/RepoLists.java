package dev.pulsehub.mcp.tool;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.github.PersonalGitHub;
import dev.pulsehub.core.report.Column;
import dev.pulsehub.core.report.Listing;
import dev.pulsehub.core.report.Paging;
import dev.pulsehub.core.report.Range;
import dev.pulsehub.core.report.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lists of one repository: from what is synchronised, else from GitHub as the person who asks. */
@ApplicationScoped
public class RepoLists {

    static final int USUAL = 30;

    @Inject
    private PersonsGitHub github;

    @Inject
    private Clock clock;

    /**
     * What is listed.
     *
     * @param things plural, as a word
     * @param names which columns, in their order
     * @param place where a row stands, for the next part
     * @param link where GitHub shows one, with the column's name in braces
     */
    record Kind<T>(
            String things, List<Column<T>> columns, List<String> names, Function<T, Paging.After> place, String link) {}

    /** All of one repository, bots' things too, as GitHub lists them. */
    static Selection all(Asker asker, String repo) {
        return new Selection(asker.personId(), asker.organizationId(), List.of(repo), new Range.Everything(), true);
    }

    /** Empty when the repository is not synchronised, or not for this person. */
    <T> Optional<Answer> stored(Kind<T> kind, String repo, int limit, Function<Integer, Listing<T>> question) {
        Listing<T> listing = question.apply(limit + 1);
        if (listing.scope().chosen().isEmpty()) {
            return Optional.empty();
        }
        boolean more = listing.rows().size() > limit;
        List<T> part = more ? listing.rows().subList(0, limit) : listing.rows();
        Optional<String> next = more
                ? Optional.of(kind.place().apply(part.getLast())).map(after -> Places.write(after.moment(), after.id()))
                : Optional.empty();
        Origin origin = Origin.stored(listing.scope().freshness(), clock.instant());
        String what = repo + ": " + (more ? "the newest " : "") + part.size() + " " + kind.things();
        return Optional.of(Rows.of(kind.columns(), kind.names(), part).answer(what, origin, next, link(kind, repo)));
    }

    /** The same list, asked of GitHub. */
    <T> Answer asked(Kind<T> kind, Asker asker, String repo, String query, Predicate<JsonObject> wanted) {
        JsonValue answer =
                gitHub(asker, repo).get("repos/" + repo + "/" + query).orElseThrow(() -> notVisible(repo));
        JsonArray list =
                answer instanceof JsonObject wrapped ? wrapped.getJsonArray("workflow_runs") : answer.asJsonArray();
        Rows rows = GitHubRows.of(kind.names(), list, wanted);
        return rows.answer(
                repo + ": " + rows.rows().size() + " " + kind.things(),
                Origin.gitHub(clock.instant()),
                Optional.empty(),
                link(kind, repo));
    }

    PersonalGitHub gitHub(Asker asker, String subject) {
        return github.of(asker).orElseThrow(() -> notVisible(subject));
    }

    static NoAnswer notVisible(String subject) {
        return new NoAnswer(subject + " is not synchronised by this Pulse-Hub or not visible to you."
                + " github_list_repos shows what is.");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static <T> String link(Kind<T> kind, String repo) {
        return kind.link().replace("{repo}", repo);
    }
}

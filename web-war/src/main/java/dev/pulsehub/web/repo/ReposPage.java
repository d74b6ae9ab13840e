package dev.pulsehub.web.repo;

import dev.pulsehub.core.report.RepoComparison;
import dev.pulsehub.core.report.RepoOverview;
import dev.pulsehub.core.report.RepoReport;
import dev.pulsehub.core.report.RepoRow;
import dev.pulsehub.web.faces.FilterBar;
import dev.pulsehub.web.faces.Formats;
import dev.pulsehub.web.faces.Frame;
import dev.pulsehub.web.faces.PageLink;
import dev.pulsehub.web.faces.PageQuery;
import dev.pulsehub.web.faces.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All repositories the viewer may see, by name, with their numbers. */
@Named
@RequestScoped
public class ReposPage {

    private static final String USUAL_RANGE = "30d";

    @Inject
    private PageQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Frame frame;

    @Inject
    private RepoReport report;

    private @Nullable View view;

    /** What the page draws. */
    public record View(FilterBar filters, List<Line> rows, String count) {

        public boolean isNothing() {
            return rows.isEmpty();
        }
    }

    /** One repository, ready to print. */
    public record Line(
            String repo,
            String href,
            String url,
            String description,
            String language,
            List<String> traits,
            String merged,
            String mergedHref,
            String open,
            String openHref,
            String cycle,
            String runs,
            String runsHref,
            String pushed) {}

    /** Reads the list. */
    public void load() {
        RepoOverview overview = report.overview(query.selection(USUAL_RANGE));
        frame.show(overview.scope());
        Formats formats = query.formats(overview.scope().zone());
        List<Line> rows = overview.repos().stream()
                .sorted(Comparator.comparing(repo -> repo.repo().toLowerCase(Locale.ROOT)))
                .map(repo -> line(repo, Optional.ofNullable(overview.numbers().get(repo.repo())), formats))
                .toList();
        view = new View(
                FilterBar.of(query, texts, overview.scope(), USUAL_RANGE),
                rows,
                texts.format("repos.count", Formats.number(rows.size())));
    }

    public View getView() {
        return Objects.requireNonNull(view, "load first");
    }

    private Line line(RepoRow repo, Optional<RepoComparison> numbers, Formats formats) {
        PageLink here = query.here().with("repo", repo.repo());
        PageLink ranged =
                "custom".equals(query.rangeName(USUAL_RANGE)) ? here : here.with("range", query.rangeName(USUAL_RANGE));
        return new Line(
                repo.repo(),
                ranged.at("/app").toString(),
                repo.url(),
                repo.description().orElse(""),
                repo.language().orElse(Formats.NONE),
                traits(repo),
                numbers.map(one -> Formats.number(one.merged())).orElse(Formats.NONE),
                ranged.at("/app/pulls").with("state", "merged").toString(),
                numbers.map(one -> Formats.number(one.open())).orElse(Formats.NONE),
                here.at("/app/pulls")
                        .without("from", "to")
                        .with("range", "all")
                        .with("state", "open")
                        .toString(),
                Formats.duration(numbers.flatMap(RepoComparison::cycleToMerge)),
                Formats.share(numbers.flatMap(RepoComparison::runSuccess)),
                ranged.at("/app/ci").with("judged", "1").toString(),
                repo.pushedAt().map(formats::ago).orElse(Formats.NONE));
    }

    private List<String> traits(RepoRow repo) {
        return Stream.of(
                        repo.traits().isPrivate() ? texts.get("repos.private") : "",
                        repo.traits().archived() ? texts.get("repos.archived") : "",
                        repo.traits().fork() ? texts.get("repos.fork") : "")
                .filter(text -> !text.isEmpty())
                .toList();
    }
}

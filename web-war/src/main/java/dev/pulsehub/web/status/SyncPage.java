package dev.pulsehub.web.status;

import dev.pulsehub.core.report.Range;
import dev.pulsehub.core.report.Selection;
import dev.pulsehub.core.report.SyncOverview;
import dev.pulsehub.core.report.SyncReport;
import dev.pulsehub.core.report.SyncState;
import dev.pulsehub.web.faces.Formats;
import dev.pulsehub.web.faces.Frame;
import dev.pulsehub.web.faces.PageQuery;
import dev.pulsehub.web.faces.Texts;
import dev.pulsehub.web.faces.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is synchronised, how far, what failed, and what to do about it. */
@Named
@RequestScoped
public class SyncPage {

    @Inject
    private PageQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Frame frame;

    @Inject
    private Viewer viewer;

    @Inject
    private SyncReport report;

    private @Nullable View view;

    /** What the page draws. */
    public record View(String subtitle, List<Count> counts, List<Failure> failures, List<Group> groups) {

        public boolean isNothing() {
            return groups.isEmpty();
        }
    }

    /** How many parts stand in one phase. */
    public record Count(String label, String value, String style, String icon) {}

    /** What went wrong, and what a person can do. */
    public record Failure(String repo, String kind, String message, String remedy, String at) {}

    /** A repository and its parts. */
    public record Group(String repo, List<Part> parts) {}

    /**
     * One kind of thing.
     *
     * @param bar width of its progress in percent; {@code 0%} when the total is unknown
     */
    public record Part(
            String kind,
            String phase,
            String style,
            String icon,
            String done,
            String bar,
            String watermark,
            String succeeded) {}

    /** Reads the state of every part. */
    public void load() {
        Selection selection =
                new Selection(viewer.personId(), viewer.organizationId(), List.of(), new Range.Last(1), true);
        SyncOverview overview = report.read(selection);
        frame.show(overview.scope());
        Formats formats = query.formats(overview.scope().zone());
        Map<String, List<SyncState>> byRepo = overview.parts().stream()
                .collect(Collectors.groupingBy(SyncState::repo, LinkedHashMap::new, Collectors.toList()));
        view = new View(
                texts.format("sync.subtitle", Formats.number(overview.parts().size()), Formats.number(byRepo.size())),
                Stream.of(SyncState.Phase.values())
                        .map(phase -> count(phase, overview.parts()))
                        .toList(),
                failures(overview, formats),
                byRepo.entrySet().stream()
                        .map(one -> new Group(
                                one.getKey(),
                                one.getValue().stream()
                                        .map(state -> part(state, formats))
                                        .toList()))
                        .toList());
    }

    public View getView() {
        return Objects.requireNonNull(view, "load first");
    }

    private Count count(SyncState.Phase phase, List<SyncState> states) {
        long count = states.stream().filter(state -> state.phase() == phase).count();
        return new Count(texts.get("sync.phase." + lower(phase)), Formats.number(count), style(phase), icon(phase));
    }

    private List<Failure> failures(SyncOverview overview, Formats formats) {
        return Stream.concat(
                        overview.jobs().stream().map(job -> failure(job, formats)),
                        overview.parts().stream().flatMap(state -> failure(state, formats).stream()))
                .toList();
    }

    private Failure failure(SyncOverview.FailedJob job, Formats formats) {
        return new Failure(
                job.repo().orElse(texts.get("sync.kind.organization")),
                texts.get("sync.kind.all"),
                job.message(),
                texts.get("sync.remedy." + lower(job.remedy())),
                job.retryAt()
                        .map(at -> texts.format("sync.retry", formats.moment(at)))
                        .orElse(texts.get("sync.retry.now")));
    }

    private Optional<Failure> failure(SyncState state, Formats formats) {
        return state.failure()
                .map(failure -> new Failure(
                        state.repo(),
                        texts.get("sync.kind." + state.kind()),
                        failure.message().isEmpty() ? texts.get("sync.failure.unknown") : failure.message(),
                        texts.get("sync.remedy." + lower(failure.remedy())),
                        formats.moment(failure.at())));
    }

    private Part part(SyncState state, Formats formats) {
        String done = state.total().isPresent()
                        && state.progress().filter(share -> share < 1).isPresent()
                ? texts.format(
                        "sync.done.of",
                        Formats.number(state.done()),
                        Formats.number(state.total().getAsLong()))
                : Formats.number(state.done());
        return new Part(
                texts.get("sync.kind." + state.kind()),
                texts.get("sync.phase." + lower(state.phase())),
                style(state.phase()),
                icon(state.phase()),
                done,
                String.format(Locale.ROOT, "%.1f%%", 100 * state.progress().orElse(0.0)),
                state.watermark().map(formats::moment).orElse(Formats.NONE),
                state.succeededAt().map(formats::ago).orElse(texts.get("sync.never")));
    }

    private static String style(SyncState.Phase phase) {
        return switch (phase) {
            case CURRENT -> "good";
            case FAILING -> "bad";
            case LOADING -> "info";
            case WAITING -> "neutral";
        };
    }

    private static String icon(SyncState.Phase phase) {
        return switch (phase) {
            case CURRENT -> "pi pi-check";
            case FAILING -> "pi pi-times";
            case LOADING -> "pi pi-sync";
            case WAITING -> "pi pi-clock";
        };
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}

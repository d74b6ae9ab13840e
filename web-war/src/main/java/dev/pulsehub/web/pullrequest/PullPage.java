package dev.pulsehub.web.pullrequest;

import dev.pulsehub.core.report.PullMetric;
import dev.pulsehub.core.report.PullRequestDetail;
import dev.pulsehub.core.report.PullRequestReport;
import dev.pulsehub.core.report.PullRequestRow;
import dev.pulsehub.core.report.Range;
import dev.pulsehub.core.report.Selection;
import dev.pulsehub.web.chart.Stages;
import dev.pulsehub.web.faces.Formats;
import dev.pulsehub.web.faces.Frame;
import dev.pulsehub.web.faces.PageQuery;
import dev.pulsehub.web.faces.Texts;
import dev.pulsehub.web.faces.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One pull request: where its time went and what happened. */
@Named
@RequestScoped
public class PullPage {

    @Inject
    private PageQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Frame frame;

    @Inject
    private Viewer viewer;

    @Inject
    private PullRequestReport report;

    private @Nullable View view;

    /** What the page draws. */
    public record View(
            String title,
            String number,
            PullLine line,
            String branches,
            List<Fact> facts,
            Stages stages,
            String lost,
            List<Event> events) {}

    /** A name and a value. */
    public record Fact(String name, String value) {}

    /** Something that happened. */
    public record Event(String icon, String text, String detail, String actor, String at) {}

    /** Reads the pull request of the address; answers 404 when the viewer sees none. */
    public void load(FacesContext faces) throws IOException {
        String repo = query.part("owner").orElse("") + "/" + query.part("name").orElse("");
        int number = Integer.parseInt(query.part("number").orElse("0"));
        Selection selection =
                new Selection(viewer.personId(), viewer.organizationId(), List.of(repo), new Range.Last(1), true);
        Optional<PullRequestDetail> found = report.find(selection, number);
        if (found.isEmpty()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
            faces.responseComplete();
            return;
        }
        show(found.orElseThrow());
    }

    /** As {@link #load(FacesContext)}, for the view. */
    public void load() throws IOException {
        load(FacesContext.getCurrentInstance());
    }

    public View getView() {
        return Objects.requireNonNull(view, "load first");
    }

    private void show(PullRequestDetail detail) {
        frame.show(detail.organizationScope());
        Formats formats = query.formats(detail.organizationScope().zone());
        PullRequestRow pull = detail.pull();
        view = new View(
                pull.title(),
                "#" + pull.number(),
                PullLine.of(pull, texts, formats),
                detail.branches().head() + " → " + detail.branches().base(),
                facts(pull, formats),
                PullLine.stages(pull, texts),
                lost(pull),
                detail.events().stream().map(event -> event(event, formats)).toList());
    }

    private List<Fact> facts(PullRequestRow pull, Formats formats) {
        PullRequestRow.Moments moments = pull.moments();
        return List.of(
                new Fact(texts.get("pull.fact.created"), formats.moment(moments.createdAt())),
                new Fact(texts.get("pull.fact.ready"), formats.moment(moments.readyAt())),
                new Fact(texts.get("pull.fact.first_commit"), formats.moment(moments.firstCommitAt())),
                new Fact(texts.get("pull.fact.first_response"), formats.moment(moments.firstResponseAt())),
                new Fact(texts.get("pull.fact.first_approval"), formats.moment(moments.firstApprovalAt())),
                new Fact(texts.get("pull.fact.merged"), formats.moment(moments.mergedAt())),
                new Fact(texts.get("stage.cycle_to_merge"), Formats.duration(pull.seconds(PullMetric.CYCLE_TO_MERGE))),
                new Fact(texts.get("stage.time_to_merge"), Formats.duration(pull.seconds(PullMetric.TIME_TO_MERGE))),
                new Fact(texts.get("stage.open_to_merge"), Formats.duration(pull.seconds(PullMetric.OPEN_TO_MERGE))));
    }

    /** The longest of the parts, as a sentence; empty text when nothing is known yet. */
    private String lost(PullRequestRow pull) {
        return Stream.of(PullMetric.CODING, PullMetric.PICKUP, PullMetric.REVIEW, PullMetric.UNREVIEWED)
                .filter(metric -> pull.seconds(metric).orElse(0) > 0)
                .max((a, b) ->
                        Long.compare(pull.seconds(a).orElse(0), pull.seconds(b).orElse(0)))
                .map(metric -> texts.format(
                        "pull.lost",
                        texts.get("stage." + metric.name().toLowerCase(Locale.ROOT)),
                        Formats.duration(pull.seconds(metric))))
                .orElse("");
    }

    private Event event(PullRequestDetail.Event event, Formats formats) {
        String reviewed = "reviewed".equals(event.kind()) ? "." + event.detail().toLowerCase(Locale.ROOT) : "";
        return new Event(
                icon(event.kind()),
                texts.get("event." + event.kind() + reviewed),
                reviewed.isEmpty() ? event.detail() : "",
                event.actor().orElse(texts.get("person.unknown")),
                formats.moment(event.at()));
    }

    private static String icon(String kind) {
        return switch (kind) {
            case "opened", "reopened", "ready_for_review" -> "pi pi-circle";
            case "committed", "head_ref_force_pushed" -> "pi pi-code";
            case "reviewed" -> "pi pi-eye";
            case "commented" -> "pi pi-comment";
            case "merged" -> "pi pi-check";
            default -> "pi pi-times";
        };
    }
}

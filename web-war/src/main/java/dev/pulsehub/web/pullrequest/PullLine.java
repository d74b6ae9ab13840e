package dev.pulsehub.web.pullrequest;

import dev.pulsehub.core.report.PullMetric;
import dev.pulsehub.core.report.PullRequestRow;
import dev.pulsehub.core.report.PullState;
import dev.pulsehub.web.chart.Stages;
import dev.pulsehub.web.faces.Formats;
import dev.pulsehub.web.faces.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** One pull request of a list, ready to print. */
public record PullLine(
        String title,
        String number,
        String href,
        String url,
        String repo,
        String author,
        StateTag state,
        String created,
        String createdExact,
        String cycle,
        String pickup,
        Stages stages,
        String size,
        String reviews) {

    /** State as word, icon and colour. */
    public record StateTag(String text, String icon, String style) {}

    static PullLine of(PullRequestRow row, Texts texts, Formats formats) {
        Instant created = row.moments().createdAt();
        return new PullLine(
                row.title(),
                "#" + row.number(),
                "/app/pulls/" + row.repo() + "/" + row.number(),
                row.url(),
                row.repo(),
                row.author().orElse(texts.get("person.unknown")),
                state(row, texts),
                formats.ago(created),
                formats.moment(created),
                Formats.duration(row.seconds(PullMetric.CYCLE_TO_MERGE)),
                Formats.duration(row.seconds(PullMetric.PICKUP)),
                stages(row, texts),
                "+" + Formats.number(row.size().additions()) + " −"
                        + Formats.number(row.size().deletions()),
                Formats.number(row.size().reviews()));
    }

    static StateTag state(PullRequestRow row, Texts texts) {
        if (row.state() == PullState.OPEN && row.draft()) {
            return new StateTag(texts.get("pull.state.draft"), "pi pi-pencil", "neutral");
        }
        String name = row.state().name().toLowerCase(Locale.ROOT);
        return switch (row.state()) {
            case OPEN -> new StateTag(texts.get("pull.state." + name), "pi pi-circle", "info");
            case MERGED -> new StateTag(texts.get("pull.state." + name), "pi pi-check", "good");
            case CLOSED -> new StateTag(texts.get("pull.state." + name), "pi pi-times", "neutral");
        };
    }

    /** The parts that add up to the way from first commit to merge. */
    static Stages stages(PullRequestRow row, Texts texts) {
        List<Stages.Share> shares = Stream.of(
                        share(row, texts, PullMetric.CODING),
                        share(row, texts, PullMetric.PICKUP),
                        share(row, texts, PullMetric.REVIEW),
                        share(row, texts, PullMetric.UNREVIEWED),
                        share(row, texts, PullMetric.DEPLOY))
                .flatMap(Optional::stream)
                .toList();
        String summary = String.join(
                ", ",
                shares.stream().map(share -> share.name() + " " + share.value()).toList());
        return Stages.of(summary, shares);
    }

    private static Optional<Stages.Share> share(PullRequestRow row, Texts texts, PullMetric metric) {
        OptionalLong seconds = row.seconds(metric);
        String name = metric.name().toLowerCase(Locale.ROOT);
        return seconds.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stages.Share(
                        "stage-" + name, texts.get("stage." + name), Formats.duration(seconds), seconds.getAsLong()));
    }
}

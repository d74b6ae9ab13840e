package dev.pulsehub.mcp.tool;

import static java.util.Map.entry;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.report.Range;
import dev.pulsehub.core.report.Selection;
import dev.pulsehub.core.report.StaleWork;
import dev.pulsehub.core.report.StaleWorkReport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code pulse_stale_work}. */
@Dependent
public class StaleWorkTool implements PulseTool {

    private static final int USUAL_DAYS = 7;
    private static final int USUAL_LIMIT = 8; // with long titles still an answer of under 600 tokens

    @Inject
    private StaleWorkReport report;

    @Inject
    private Clock clock;

    @Override
    public McpSchema.Tool definition() {
        return Schemas.reading(
                        "pulse_stale_work",
                        "Stale work",
                        "Open pull requests, and issues if asked, that nobody touched for some days, and whom each waits for.")
                .inputSchema(Schemas.input(Schemas.properties(
                        entry("repo", Schemas.text("owner/name; all without it")),
                        entry("idle_days", Schemas.number("untouched for so long", USUAL_DAYS, 1, 730)),
                        entry("issues", Schemas.flag("issues too")),
                        entry("limit", Schemas.number("", USUAL_LIMIT, 1, 50)))))
                .outputSchema(Schemas.output("as_of", "complete", "total", "items"))
                .build();
    }

    @Override
    public Answer answer(Asker asker, Arguments arguments) {
        Selection selection = new Selection(
                asker.personId(),
                asker.organizationId(),
                arguments.find("repo").stream().toList(),
                new Range.Everything(),
                false);
        int days = arguments.number("idle_days", USUAL_DAYS);
        StaleWork stale = report.read(
                selection, Duration.ofDays(days), arguments.flag("issues"), arguments.number("limit", USUAL_LIMIT));
        Periods.requireFound(stale.scope(), arguments);
        Origin origin = Origin.stored(stale.scope().freshness(), clock.instant());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("as_of", origin.asOf());
        body.put("complete", origin.complete());
        body.put("idle_days", days);
        body.put("total", stale.total());
        body.put("items", stale.items().stream().map(item -> line(item, stale)).toList());
        return new Answer(body, words(stale, origin, days));
    }

    private static Map<String, @Nullable Object> line(StaleWork.Item item, StaleWork stale) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("kind", item.pull() ? "pull_request" : "issue");
        line.put("repo", item.repo());
        line.put("number", item.number());
        line.put("title", Untrusted.line(item.title()));
        line.put("author", item.author().orElse(null));
        line.put("idle_days", idle(item, stale));
        line.put("waits_for", waitsFor(item));
        line.put("url", item.url());
        return line;
    }

    private static long idle(StaleWork.Item item, StaleWork stale) {
        return Duration.between(item.untouchedSince(), stale.now()).toDays();
    }

    private static String waitsFor(StaleWork.Item item) {
        String author = item.author().orElse("the author");
        return switch (item.waitsFor()) {
            case AUTHOR_TO_FINISH -> author + " (draft)";
            case FIRST_REVIEW -> "a first review";
            case AUTHOR_OR_REVIEWERS -> author + " or the reviewers";
            case MERGE -> "a merge (approved)";
            case FIRST_RESPONSE -> "a first response";
            case ANYBODY -> "anybody";
        };
    }

    private static String words(StaleWork stale, Origin origin, int days) {
        String head = stale.total() + " open things untouched for " + days + " days or more (" + origin.words() + ")";
        return stale.items().isEmpty()
                ? head + "."
                : head + ", the longest first:\n"
                        + stale.items().stream()
                                .map(item -> idle(item, stale) + " d\t" + Untrusted.line(item.title()) + "\twaits for "
                                        + waitsFor(item) + "\t" + item.url())
                                .collect(Collectors.joining("\n"));
    }
}

package dev.pulsehub.web.api;

import dev.pulsehub.core.metrics.MetricKey;
import dev.pulsehub.core.report.MetricQuestion;
import dev.pulsehub.core.report.Range;
import dev.pulsehub.core.report.Selection;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.Set;

/** The parameters of a metric; each getter throws {@link BadParameter} naming the wrong one. */
final class MetricQueryParameters {

    /** What is asked about when neither from nor to is given. */
    private static final Range USUAL = new Range.Last(30);

    private static final Set<String> OF_NUMBERS =
            Set.of("repo", "org", "from", "to", "bots", "team", "group", "stat", "compare");

    private static final Set<String> OF_ROWS = Set.of("repo", "org", "from", "to", "bots", "team", "limit", "cursor");

    private final RowQuery rows;
    private final MultivaluedMap<String, String> parameters;

    private MetricQueryParameters(MultivaluedMap<String, String> parameters, Set<String> known) {
        this.rows = new RowQuery(parameters, known);
        this.parameters = parameters;
        if (parameters.containsKey("team")) {
            throw new BadParameter("team", "teams are not known here yet; name repositories with repo=owner/name");
        }
    }

    static MetricQueryParameters ofNumbers(MultivaluedMap<String, String> parameters) {
        return new MetricQueryParameters(parameters, OF_NUMBERS);
    }

    static MetricQueryParameters ofRows(MultivaluedMap<String, String> parameters) {
        return new MetricQueryParameters(parameters, OF_ROWS);
    }

    RowQuery rows() {
        return rows;
    }

    Selection selection(ApiCaller caller) {
        boolean open = !parameters.containsKey("from") && !parameters.containsKey("to");
        return new Selection(
                caller.personId(),
                caller.organizationId(rows.organization()),
                rows.repos(),
                open ? USUAL : rows.range(),
                rows.bots());
    }

    MetricQuestion question(MetricKey key, ApiCaller caller) {
        Optional<MetricQuestion.Statistic> statistic = rows.choice("stat", MetricQuestion.Statistic.class);
        if (statistic.isPresent() && !key.aggregate().hasPercentiles()) {
            throw new BadParameter(
                    "stat", key.key() + " is a " + key.aggregate().text() + " and has no percentiles; leave stat out");
        }
        boolean compared = rows.choice("compare", Comparison.class).orElse(Comparison.PREVIOUS) == Comparison.PREVIOUS;
        Optional<MetricQuestion.Grouping> grouping = rows.choice("group", MetricQuestion.Grouping.class);
        return new MetricQuestion(key, selection(caller), grouping, compared, statistic);
    }

    /** What a number is compared with. */
    private enum Comparison {
        PREVIOUS,
        NONE
    }
}

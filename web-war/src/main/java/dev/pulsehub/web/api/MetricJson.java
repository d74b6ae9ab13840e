package dev.pulsehub.web.api;

import dev.pulsehub.core.metrics.MetricKey;
import dev.pulsehub.core.report.MetricAnswer;
import dev.pulsehub.core.report.MetricQuestion;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/** Metrics and their catalogue as JSON. */
final class MetricJson {

    private MetricJson() {}

    static String catalogue(String root) {
        JsonArrayBuilder metrics = Json.createArrayBuilder();
        Arrays.stream(MetricKey.values())
                .forEach(key -> metrics.add(described(key)
                        .add("better", key.better().text())
                        .add("aggregate", key.aggregate().text())
                        .add("source", key.subject().view())
                        .add(
                                "links",
                                Json.createObjectBuilder()
                                        .add("self", root + "/" + key.key())
                                        .add("rows", root + "/" + key.key() + "/rows"))));
        return metrics.build().toString();
    }

    /** @param rows address of the list behind the number */
    static String answer(MetricAnswer answer, String rows) {
        JsonObjectBuilder json = described(answer.question().key())
                .add("statistic", statistic(answer.question()))
                .add("from", answer.window().from().toString())
                .add("to", answer.window().to().toString());
        answer.scope()
                .freshness()
                .syncedAt()
                .ifPresentOrElse(
                        at -> json.add("as_of", DateTimeFormatter.ISO_INSTANT.format(at)), () -> json.addNull("as_of"));
        json.add("complete", answer.scope().freshness().complete());
        figure(json, answer.now());
        answer.before()
                .ifPresentOrElse(
                        before -> json.add("previous", figure(Json.createObjectBuilder(), before)),
                        () -> json.addNull("previous"));
        json.add(
                "group",
                answer.question()
                        .grouping()
                        .map(MetricQuestion.Grouping::text)
                        .orElse(answer.window().bucket().name().toLowerCase(java.util.Locale.ROOT)));
        JsonArrayBuilder series = Json.createArrayBuilder();
        answer.series()
                .forEach(piece ->
                        series.add(figure(Json.createObjectBuilder().add("name", piece.name()), piece.figure())));
        return json.add("series", series)
                .add(
                        "quality",
                        Json.createObjectBuilder()
                                .add("without_value", answer.quality().withoutValue())
                                .add("negative", answer.quality().negative())
                                .add("deleted_accounts", answer.quality().nobody())
                                .add("parts_loading", answer.scope().freshness().loading())
                                .add("parts_failing", answer.scope().freshness().failing()))
                .add("links", Json.createObjectBuilder().add("rows", rows))
                .build()
                .toString();
    }

    private static JsonObjectBuilder described(MetricKey key) {
        return Json.createObjectBuilder()
                .add("key", key.key())
                .add("label", key.label())
                .add("unit", key.unit().text())
                .add("definition", key.definition());
    }

    private static String statistic(MetricQuestion question) {
        return question.statistic()
                .map(MetricQuestion.Statistic::text)
                .orElse(question.key().aggregate().text());
    }

    private static JsonObjectBuilder figure(JsonObjectBuilder json, MetricAnswer.Figure figure) {
        json.add("n", figure.n());
        number(json, "value", figure.value());
        number(json, "p50", figure.p50());
        number(json, "p75", figure.p75());
        number(json, "p90", figure.p90());
        return json;
    }

    private static void number(JsonObjectBuilder json, String name, Optional<Double> value) {
        value.ifPresentOrElse(present -> json.add(name, present), () -> json.addNull(name));
    }
}

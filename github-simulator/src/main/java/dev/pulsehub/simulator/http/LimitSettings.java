package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** Sets limits, and how GitHub tells of them, from what the admin API is sent. */
final class LimitSettings {

    private final Budgets budgets;
    private final Secondary secondary;

    LimitSettings(Budgets budgets, Secondary secondary) {
        this.budgets = budgets;
        this.secondary = secondary;
    }

    /** Whatever the body names; the rest stays as it is. */
    void set(JsonNode body) {
        if (body.isEmpty()) {
            throw new IllegalArgumentException(
                    "One of \"limit\", \"status\", \"query_type\" and \"secondary\" is needed");
        }
        if (body.has("limit")) {
            budgets.limit(body.get("limit").asInt(-1));
        }
        Budgets.Refusal now = budgets.refusal();
        budgets.refusal(new Budgets.Refusal(
                body.path("status").asInt(now.status()), body.path("query_type").asText(now.queryType())));
        if (body.has("secondary")) {
            secondary.rules(rules(body.get("secondary")));
        }
    }

    /** {@code true} for GitHub's own, {@code false} for none, or an object with those that are to be others. */
    private static Optional<Secondary.Rules> rules(JsonNode body) {
        if (body.isBoolean() || body.isNull()) {
            return body.asBoolean() ? Optional.of(Secondary.Rules.asDocumented()) : Optional.empty();
        }
        Secondary.Rules own = Secondary.Rules.asDocumented();
        int status = body.path("status").asInt(own.status());
        return Optional.of(new Secondary.Rules(
                body.path("concurrent").asInt(own.concurrent()),
                body.path("rest_points").asInt(own.restPoints()),
                body.path("graphql_points").asInt(own.graphqlPoints()),
                body.path("writes").asInt(own.writes()),
                status,
                body.path("query_status").asInt(status),
                body.has("retry_after")
                        ? Optional.of(body.get("retry_after"))
                                .filter(JsonNode::isNumber)
                                .map(seconds -> Duration.ofSeconds(seconds.asLong()))
                        : own.retryAfter()));
    }
}

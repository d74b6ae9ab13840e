package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulsehub.simulator.graphql.GraphQlApi;
import dev.pulsehub.simulator.graphql.RateLimitState;
import dev.pulsehub.simulator.rest.Answer;
import dev.pulsehub.simulator.signin.Access;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers GraphQL: what a query costs, how long it takes, and limits told inside a 200. */
final class QueryCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final GraphQlApi graphql;
    private final RequestLog log;
    private final Budgets budgets;
    private final CostModel costs;

    QueryCalls(GraphQlApi graphql, ApiHandler.Surroundings around) {
        this.graphql = graphql;
        this.log = around.log();
        this.budgets = around.budgets();
        this.costs = around.costs();
    }

    /** @param partial whether a part of the answer is to be missing, as was asked for */
    void answer(Call call, String token, Access access, boolean partial) throws IOException {
        if (!call.method().equals("POST")) {
            refuse(call, token, Answer.error(404, "Not Found"));
            return;
        }
        if (access.kind() == Access.Kind.ANONYMOUS || access.kind() == Access.Kind.APP) {
            refuse(call, token, Answer.error(401, "This endpoint requires you to be authenticated."));
            return;
        }
        try {
            execute(call, token, access, partial, JSON.readTree(call.body()));
        } catch (JsonProcessingException e) {
            refuse(call, token, Answer.error(400, "Problems parsing JSON"));
        }
    }

    private void execute(Call call, String token, Access access, boolean partial, JsonNode request) throws IOException {
        Map<String, Object> variables =
                request.hasNonNull("variables") ? JSON.convertValue(request.get("variables"), OBJECT) : Map.of();
        GraphQlApi.Request asking = new GraphQlApi.Request(
                request.path("query").asText(),
                variables,
                request.path("operationName").asText(""));
        Charge charge = new Charge(budgets.of(access, "graphql"));
        Map<String, Object> result = graphql.execute(asking, access, charge::take);
        log.add("/graphql", token, true, charge.points);
        call.limits(charge.state, "graphql");
        if (charge.state.exhausted()) {
            call.write(200, Call.bytes(limited(access)));
        } else {
            answer(call, token, access, partial ? Partial.of(result) : result, charge.nodes);
        }
    }

    /** What one query takes; nothing where it is refused before it has a price. */
    private static final class Charge {
        private final Budget budget;
        private Budget.State state;
        private long points;
        private long nodes;

        private Charge(Budget budget) {
            this.budget = budget;
            this.state = budget.take(0);
        }

        private RateLimitState take(RateLimitState asked) {
            state = budget.take(asked.cost());
            points = asked.cost();
            nodes = asked.nodeCount();
            return new RateLimitState(
                    asked.cost(), state.limit(), state.remaining(), state.used(), asked.nodeCount(), state.resetAt());
        }
    }

    /** As far as GitHub gets with it; a query that takes too long costs as many points again. */
    private void answer(Call call, String token, Access access, Map<String, Object> result, long nodes)
            throws IOException {
        costs.take(nodes);
        switch (costs.judge(nodes)) {
            case TIMED_OUT -> {
                int extra = (int) Math.max(1, nodes / 10_000);
                budgets.of(access, "graphql").take(extra);
                log.addPoints("/graphql", token, extra);
                Broken.timeOut(call.exchange(), 502);
            }
            case PARTIAL -> call.write(200, Call.bytes(Partial.of(result)));
            case ANSWERED -> call.write(200, Call.bytes(result));
        }
    }

    private Map<String, Object> limited(Access access) {
        String type = budgets.refusal().queryType();
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", type);
        if (type.equals("RATE_LIMIT")) {
            error.put("code", "graphql_rate_limit");
        }
        error.put(
                "message",
                "API rate limit already exceeded for user ID "
                        + access.account().id() + ".");
        return Map.of("errors", List.of(error));
    }

    private void refuse(Call call, String token, Answer answer) throws IOException {
        log.add("/graphql", token, true, 0);
        call.write(answer);
    }
}

package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.World;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Executes a query as GitHub does: priced first, then answered from one moment of the world. */
public final class GraphQlApi {

    private final World world;
    private final GraphQL engine;

    public GraphQlApi(World world, String webUrl) {
        this.world = world;
        this.engine = GraphQL.newGraphQL(GitHubSchema.over(WorldFields.over(world, webUrl)))
                .defaultDataFetcherExceptionHandler(typedErrors())
                .build();
    }

    /**
     * Answers one query.
     *
     * @param charge takes the query's cost from the caller's limit and says what is left
     * @return the body GitHub would send with status 200
     */
    public Map<String, Object> execute(
            String query,
            Map<String, Object> variables,
            Account viewer,
            Function<RateLimitState, RateLimitState> charge) {
        QueryCost cost;
        try {
            cost = price(query, variables);
        } catch (InvalidSyntaxException e) {
            return refused("PARSE_ERROR", String.valueOf(e.getMessage()));
        }
        if (cost.nodes() > QueryCost.MOST_NODES) {
            return refused(
                    "MAX_NODE_LIMIT_EXCEEDED",
                    "This query requests up to " + cost.nodes()
                            + " possible nodes which exceeds the maximum limit of 500,000.");
        }
        RateLimitState state = charge.apply(new RateLimitState(
                cost.points(), 0, 0, 0, cost.nodes(), world.clock().instant()));
        ExecutionInput input = ExecutionInput.newExecutionInput(query)
                .variables(variables)
                .graphQLContext(Map.of("viewer", viewer, "rateLimit", state))
                .build();
        ExecutionResult result = world.read(() -> engine.execute(input));
        return result.toSpecification();
    }

    private static QueryCost price(String query, Map<String, Object> variables) {
        Document document = new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(query)
                        .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                        .build());
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .findFirst()
                .map(operation -> QueryCost.of(document, operation, variables))
                .orElse(new QueryCost(1, 0));
    }

    private static Map<String, Object> refused(String type, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errors", List.of(Map.of("type", type, "message", message)));
        return body;
    }

    private static DataFetcherExceptionHandler typedErrors() {
        return parameters -> {
            Throwable cause = parameters.getException();
            String type = cause instanceof QueryRefused refused ? refused.type() : "INTERNAL";
            TypedError error = new TypedError(
                    type,
                    String.valueOf(cause.getMessage()),
                    parameters.getPath().toList(),
                    parameters.getSourceLocation());
            return CompletableFuture.completedFuture(
                    DataFetcherExceptionHandlerResult.newResult(error).build());
        };
    }
}

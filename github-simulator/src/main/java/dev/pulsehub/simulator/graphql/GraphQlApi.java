package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.signin.Access;
import dev.pulsehub.simulator.world.SimulatorClock;
import dev.pulsehub.simulator.world.World;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.UnknownOperationException;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Executes a query as GitHub does: priced first, then answered from one moment of the world. */
public final class GraphQlApi {

    private final World world;
    private final CompletableFuture<GraphQL> engine;

    public GraphQlApi(World world, String webUrl) {
        this.world = world;
        // the schema takes seconds on a slow machine: REST need not wait for it
        this.engine =
                CompletableFuture.supplyAsync(() -> GraphQL.newGraphQL(GitHubSchema.over(everything(world, webUrl)))
                        .defaultDataFetcherExceptionHandler(typedErrors())
                        .build());
    }

    /** The fields of the schema that are answered, as {@code Type.field}; any other is an error. */
    public static List<String> answered() {
        return everything(new World(new SimulatorClock(Clock.systemUTC())), "").names();
    }

    /** The part of the schema that is answered, field by field. */
    static Fields everything(World world, String webUrl) {
        Ground ground = new Ground(world, webUrl, new Fields());
        RootFields.add(ground);
        AccountFields.add(ground);
        RepoFields.add(ground);
        PlanFields.add(ground);
        ItemFields.add(ground);
        IssueFields.add(ground);
        PullFields.add(ground);
        ReviewFields.add(ground);
        CommitFields.add(ground);
        CheckFields.add(ground);
        TimelineFields.add(ground);
        DeploymentFields.add(ground);
        ProjectFields.add(ground);
        return ground.fields();
    }

    /**
     * What a client posts.
     *
     * @param operationName which operation of the document; empty when there is only one
     */
    public record Request(String query, Map<String, Object> variables, String operationName) {

        public Request {
            variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables)); // values may be null
        }
    }

    /**
     * Answers one query.
     *
     * @param access who asks and what their token opens
     * @param charge takes the query's cost from the caller's limit and says what is left
     * @return the body GitHub would send with status 200
     */
    public Map<String, Object> execute(
            Request request, Access access, Function<RateLimitState, RateLimitState> charge) {
        QueryCost cost;
        try {
            cost = price(request);
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
        ExecutionInput input = ExecutionInput.newExecutionInput(request.query())
                .variables(request.variables())
                .operationName(request.operationName())
                .graphQLContext(Map.of("access", access, "rateLimit", state))
                .build();
        try {
            GraphQL ready = engine.join();
            return world.read(() -> ready.execute(input)).toSpecification();
        } catch (UnknownOperationException e) {
            return refused("UNKNOWN_OPERATION", String.valueOf(e.getMessage()));
        }
    }

    private static QueryCost price(Request request) {
        Document document = new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(request.query())
                        .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                        .build());
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> request.operationName().isEmpty()
                        || request.operationName().equals(operation.getName()))
                .findFirst()
                .map(operation -> QueryCost.of(document, operation, request.variables()))
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

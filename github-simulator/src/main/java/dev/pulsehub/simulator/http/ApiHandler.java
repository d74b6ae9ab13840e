package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.pulsehub.simulator.graphql.GraphQlApi;
import dev.pulsehub.simulator.graphql.RateLimitState;
import dev.pulsehub.simulator.rest.Answer;
import dev.pulsehub.simulator.rest.Question;
import dev.pulsehub.simulator.rest.RestApi;
import dev.pulsehub.simulator.signin.Access;
import dev.pulsehub.simulator.world.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public side: who asks, what it costs, whether it changed, and the answer. */
final class ApiHandler implements HttpHandler {

    private static final List<String> VERSIONS = List.of("2022-11-28", "2026-03-10");
    private static final List<String> RESOURCES = List.of("core", "search", "graphql", "integration_manifest");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final RestApi rest;
    private final GraphQlApi graphql;
    private final RequestLog log;
    private final Faults faults;
    private final Map<String, Access> tokens;
    private final Budgets budgets;
    private final CostModel costs;

    ApiHandler(Surroundings around, RestApi rest, GraphQlApi graphql) {
        this.rest = rest;
        this.graphql = graphql;
        this.log = around.log();
        this.faults = around.faults();
        this.tokens = around.tokens();
        this.budgets = around.budgets();
        this.costs = around.costs();
    }

    /** What the public side shares with the admin API. */
    record Surroundings(RequestLog log, Faults faults, Map<String, Access> tokens, Budgets budgets, CostModel costs) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            String path = basePath(exchange.getRequestURI().getPath());
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<Fault> fault = faults.next(path, token(exchange));
            common(exchange);
            if (fault.isPresent() && Broken.answer(exchange, fault.get())) {
                log.add(endpoint(path), token(exchange), true, 0);
            } else {
                boolean partial =
                        fault.filter(one -> one.kind() == Fault.Kind.PARTIAL).isPresent();
                answer(exchange, path, body, partial);
            }
        } catch (RuntimeException e) {
            System.getLogger(ApiHandler.class.getName()).log(System.Logger.Level.ERROR, "Cannot answer", e);
            Broken.status(exchange, 500);
        }
    }

    private void answer(HttpExchange exchange, String path, byte[] body, boolean partial) throws IOException {
        String token = token(exchange);
        Optional<Account> viewer = Optional.ofNullable(tokens.get(token)).map(Access::account);
        if (exchange.getRequestHeaders().getFirst("User-Agent") == null) {
            send(
                    exchange,
                    token,
                    path,
                    Answer.error(
                            403,
                            "Request forbidden by administrative rules. "
                                    + "Please make sure your request has a User-Agent header"));
        } else if (viewer.isEmpty()) {
            send(
                    exchange,
                    token,
                    path,
                    Answer.error(401, token.isEmpty() ? "Requires authentication" : "Bad credentials"));
        } else if (!VERSIONS.contains(version(exchange))) {
            send(exchange, token, path, Answer.error(400, version(exchange) + " is not a supported version"));
        } else if (path.equals("/graphql")) {
            query(exchange, token, viewer.get(), body, partial);
        } else if (path.equals("/rate_limit")) {
            log.add(path, token, false, 0);
            write(exchange, 200, JSON.writeValueAsBytes(limits(token)));
        } else {
            rest(exchange, token, viewer.get(), path, body);
        }
    }

    private ObjectNode limits(String token) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode resources = root.putObject("resources");
        for (String resource : RESOURCES) {
            Budget.State state = budgets.of(token, resource).take(0);
            resources
                    .putObject(resource)
                    .put("limit", state.limit())
                    .put("remaining", state.remaining())
                    .put("used", state.used())
                    .put("reset", state.resetAt().getEpochSecond())
                    .put("resource", resource);
        }
        root.set("rate", resources.get("core"));
        return root;
    }

    private void rest(HttpExchange exchange, String token, Account viewer, String path, byte[] sent)
            throws IOException {
        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        Budget.State state = budgets.of(token, "core").take(0);
        if (state.exhausted()) {
            limited(exchange, token, viewer, path);
            return;
        }
        Answer answer = answer(method, path, exchange.getRequestURI().getRawQuery(), sent, viewer);
        byte[] body = JSON.writeValueAsBytes(answer.body());
        String etag = "W/\"" + hash(token, body, answer.headers().toString()) + "\"";
        boolean cacheable = method.equals("GET") && answer.status() == 200;
        boolean unchanged = cacheable && matches(exchange.getRequestHeaders().getFirst("If-None-Match"), etag);
        state = budgets.of(token, "core").take(unchanged ? 0 : 1);
        if (state.exhausted()) {
            limited(exchange, token, viewer, path);
            return;
        }
        Headers headers = exchange.getResponseHeaders();
        limitHeaders(headers, state, "core");
        answer.headers().forEach(headers::set);
        if (cacheable) {
            headers.set("ETag", etag);
        }
        log.add(endpoint(path), token, !unchanged, 0);
        if (unchanged || answer.status() == 204) {
            common(exchange);
            exchange.sendResponseHeaders(unchanged ? 304 : 204, -1);
        } else {
            write(exchange, answer.status(), body);
        }
    }

    private Answer answer(String method, String path, @Nullable String query, byte[] sent, Account viewer)
            throws IOException {
        try {
            JsonNode body = sent.length == 0 ? JSON.createObjectNode() : JSON.readTree(sent);
            return rest.answer(Question.of(method, path, query, body, viewer));
        } catch (JsonProcessingException e) {
            return Answer.error(400, "Problems parsing JSON");
        }
    }

    private void limited(HttpExchange exchange, String token, Account viewer, String path) throws IOException {
        limitHeaders(exchange.getResponseHeaders(), budgets.of(token, "core").take(0), "core");
        log.add(endpoint(path), token, true, 0);
        write(
                exchange,
                403,
                JSON.writeValueAsBytes(Answer.error(403, "API rate limit exceeded for user ID " + viewer.id() + ".")
                        .body()));
    }

    /** Weakly, as conditional reads compare: with or without {@code W/}, one of several, or {@code *}. */
    private static boolean matches(@Nullable String asked, String etag) {
        return asked != null && (asked.strip().equals("*") || asked.contains(etag.substring(2)));
    }

    private void query(HttpExchange exchange, String token, Account viewer, byte[] body, boolean partial)
            throws IOException {
        JsonNode request;
        try {
            request = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            send(exchange, token, "/graphql", Answer.error(400, "Problems parsing JSON"));
            return;
        }
        Map<String, Object> variables =
                request.hasNonNull("variables") ? JSON.convertValue(request.get("variables"), OBJECT) : Map.of();
        Budget budget = budgets.of(token, "graphql");
        Budget.State[] charged = new Budget.State[1];
        long[] nodes = new long[1];
        GraphQlApi.Request asking = new GraphQlApi.Request(
                request.path("query").asText(),
                variables,
                request.path("operationName").asText(""));
        Map<String, Object> result = graphql.execute(asking, viewer, scopes(token), asked -> {
            charged[0] = budget.take(asked.cost());
            nodes[0] = asked.nodeCount();
            log.add("/graphql", token, true, asked.cost());
            return new RateLimitState(
                    asked.cost(),
                    charged[0].limit(),
                    charged[0].remaining(),
                    charged[0].used(),
                    asked.nodeCount(),
                    charged[0].resetAt());
        });
        if (charged[0] == null) { // refused before it had a price
            log.add("/graphql", token, true, 0);
        }
        Budget.State state = charged[0] == null ? budget.take(0) : charged[0];
        limitHeaders(exchange.getResponseHeaders(), state, "graphql");
        if (state.exhausted()) {
            write(exchange, 200, JSON.writeValueAsBytes(limited(viewer)));
            return;
        }
        answer(exchange, token, result, nodes[0], partial);
    }

    /** As far as GitHub gets with it; a query that takes too long costs as many points again. */
    private void answer(HttpExchange exchange, String token, Map<String, Object> result, long nodes, boolean partial)
            throws IOException {
        costs.take(nodes);
        switch (costs.judge(nodes)) {
            case TIMED_OUT -> {
                int extra = (int) Math.max(1, nodes / 10_000);
                budgets.of(token, "graphql").take(extra);
                log.add("/graphql", token, false, extra);
                Broken.timeOut(exchange, 502);
            }
            case PARTIAL -> write(exchange, 200, JSON.writeValueAsBytes(Partial.of(result)));
            case ANSWERED -> write(exchange, 200, JSON.writeValueAsBytes(partial ? Partial.of(result) : result));
        }
    }

    private String scopes(String token) {
        Access access = tokens.get(token);
        return access == null ? "" : access.scopes();
    }

    private static Map<String, Object> limited(Account viewer) {
        return Map.of(
                "errors",
                List.of(Map.of(
                        "type",
                        "RATE_LIMITED",
                        "message",
                        "API rate limit already exceeded for user ID " + viewer.id() + ".")));
    }

    private void send(HttpExchange exchange, String token, String path, Answer answer) throws IOException {
        log.add(endpoint(path), token, true, 0);
        write(exchange, answer.status(), JSON.writeValueAsBytes(answer.body()));
    }

    private void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        common(exchange);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void common(HttpExchange exchange) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Server", "github.com");
        headers.set("X-GitHub-Request-Id", UUID.randomUUID().toString());
        headers.set("X-GitHub-Media-Type", "github.v3; format=json");
        Access access = tokens.get(token(exchange));
        if (access != null) {
            headers.set("X-OAuth-Scopes", access.scopes());
        }
    }

    private static void limitHeaders(Headers headers, Budget.State state, String resource) {
        headers.set("X-RateLimit-Limit", Integer.toString(state.limit()));
        headers.set("X-RateLimit-Remaining", Integer.toString(state.remaining()));
        headers.set("X-RateLimit-Used", Integer.toString(state.used()));
        headers.set("X-RateLimit-Reset", Long.toString(state.resetAt().getEpochSecond()));
        headers.set("X-RateLimit-Resource", resource);
    }

    private static String version(HttpExchange exchange) {
        String asked = exchange.getRequestHeaders().getFirst("X-GitHub-Api-Version");
        return asked == null ? "2022-11-28" : asked;
    }

    private static String token(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null
                ? ""
                : header.replaceFirst("(?i)^(bearer|token) ", "").strip();
    }

    /** GitHub Enterprise's bases lead to the same API. */
    private static String basePath(String path) {
        String plain = path.replaceFirst("^/api/v3(?=/|$)", "").replaceFirst("^/api/graphql$", "/graphql");
        return plain.isEmpty() ? "/" : plain;
    }

    private static String endpoint(String path) {
        return path.replaceFirst("^/repos/[^/]+/[^/]+", "/repos/:repo")
                .replaceFirst("^/repositories/\\d+", "/repos/:repo")
                .replaceAll("/\\d+", "/:n");
    }

    private static String hash(String token, byte[] body, String headers) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(token.getBytes(StandardCharsets.UTF_8));
            digest.update(headers.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body)).substring(0, 40);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

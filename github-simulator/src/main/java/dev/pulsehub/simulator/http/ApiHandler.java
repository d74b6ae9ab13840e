package dev.pulsehub.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.pulsehub.simulator.rest.Answer;
import dev.pulsehub.simulator.signin.Access;
import dev.pulsehub.simulator.signin.Apps;
import dev.pulsehub.simulator.signin.Tokens;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public side: who asks, whether they may, and which API answers. */
final class ApiHandler implements HttpHandler {

    private static final List<String> VERSIONS = List.of("2022-11-28", "2026-03-10");

    private final Surroundings around;
    private final Callers callers;
    private final RestCalls rest;
    private final QueryCalls queries;

    ApiHandler(Surroundings around, Callers callers, RestCalls rest, QueryCalls queries) {
        this.around = around;
        this.callers = callers;
        this.rest = rest;
        this.queries = queries;
    }

    /** What the public side shares with the admin API. */
    record Surroundings(
            RequestLog log,
            Faults faults,
            Tokens tokens,
            Apps apps,
            Budgets budgets,
            Secondary secondary,
            CostModel costs) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            Call call = Call.of(exchange);
            String token = Callers.token(call);
            call.begin();
            Optional<Fault> fault = around.faults().next(call.path(), token);
            if (fault.isPresent() && Broken.answer(exchange, fault.get())) {
                around.log().add(call.endpoint(), token, true, 0);
            } else {
                boolean partial =
                        fault.filter(one -> one.kind() == Fault.Kind.PARTIAL).isPresent();
                answer(call, token, partial);
            }
        } catch (RuntimeException e) {
            System.getLogger(ApiHandler.class.getName()).log(System.Logger.Level.ERROR, "Cannot answer", e);
            Broken.status(exchange, 500);
        }
    }

    private void answer(Call call, String token, boolean partial) throws IOException {
        Optional<Answer> malformed = malformed(call);
        if (malformed.isPresent()) {
            refuse(call, token, malformed.get());
            return;
        }
        switch (callers.of(token)) {
            case Callers.Caller.Refused refused -> refuse(call, token, refused.answer());
            case Callers.Caller.Known known -> answer(call, token, known.access(), partial);
        }
    }

    /** What GitHub does not even look at. */
    private static Optional<Answer> malformed(Call call) {
        if (call.header("User-Agent").orElse("").isBlank()) {
            return Optional.of(Answer.error(
                    403,
                    "Request forbidden by administrative rules. "
                            + "Please make sure your request has a User-Agent header"));
        }
        String version = call.header("X-GitHub-Api-Version").orElse(VERSIONS.getFirst());
        if (!VERSIONS.contains(version)) {
            return Optional.of(Answer.error(400, version + " is not a supported version"));
        }
        call.answering().set("X-GitHub-Api-Version-Selected", version);
        String accepted = call.header("Accept").orElse("*/*");
        if (!accepted.contains("json") && !accepted.contains("*") && !accepted.contains("application/vnd.github")) {
            return Optional.of(Answer.error(
                    415, "Unsupported 'Accept' header: '" + accepted + "'. Must accept 'application/json'."));
        }
        return Optional.empty();
    }

    private void answer(Call call, String token, Access access, boolean partial) throws IOException {
        if (access.isScoped()) {
            call.answering().set("X-OAuth-Scopes", access.scopes());
            call.answering().set("X-Accepted-OAuth-Scopes", AcceptedScopes.of(call.path()));
        }
        try (Secondary.Pass pass = around.secondary().begin(access.limitKey(), call.isQuery(), call.writes())) {
            if (pass.broken().isPresent()) {
                tooMuch(call, token, pass.broken().get());
            } else if (call.path().equals("/rate_limit")) {
                around.log().add(call.path(), token, false, 0);
                call.write(200, Call.bytes(limits(access)));
            } else if (call.isQuery()) {
                queries.answer(call, token, access, partial);
            } else {
                rest.answer(call, token, access);
            }
        }
    }

    private void tooMuch(Call call, String token, Secondary.Rules rules) throws IOException {
        rules.retryAfter().ifPresent(wait -> call.answering().set("Retry-After", Long.toString(wait.toSeconds())));
        String message = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
        if (call.isQuery() && rules.queryStatus() == 200) {
            around.log().add(call.endpoint(), token, true, 0);
            call.write(200, Call.bytes(Map.of("errors", List.of(Map.of("type", "RATE_LIMITED", "message", message)))));
        } else {
            refuse(call, token, Answer.error(call.isQuery() ? rules.queryStatus() : rules.status(), message));
        }
    }

    private Map<String, Object> limits(Access access) {
        Map<String, Object> resources = new LinkedHashMap<>();
        for (String resource : Budgets.RESOURCES) {
            Budget.State state = around.budgets().of(access, resource).take(0);
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("limit", state.limit());
            shown.put("remaining", state.remaining());
            shown.put("used", state.used());
            shown.put("reset", state.resetAt().getEpochSecond());
            shown.put("resource", resource);
            resources.put(resource, shown);
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("resources", resources);
        root.put("rate", resources.getOrDefault("core", Map.of()));
        return root;
    }

    private void refuse(Call call, String token, Answer answer) throws IOException {
        around.log().add(call.endpoint(), token, true, 0);
        call.write(answer);
    }
}

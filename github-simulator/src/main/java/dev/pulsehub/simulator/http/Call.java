package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.pulsehub.simulator.rest.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * One request on its way, and the writing of its answer.
 *
 * @param path without the base a GitHub Enterprise has
 * @param base in front of the path, as the client said it: with {@code /api/v3} or through a proxy
 */
record Call(HttpExchange exchange, String path, String base, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENTERPRISE = "/api/v3";

    /** Reads the request to its end. */
    static Call of(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        String whole = asked.getPath();
        boolean enterprise = whole.equals(ENTERPRISE) || whole.startsWith(ENTERPRISE + "/");
        String path = enterprise ? whole.substring(ENTERPRISE.length()) : whole;
        if (path.equals("/api/graphql")) {
            path = "/graphql";
        }
        String host = asked.isAbsolute()
                ? asked.getScheme() + "://" + asked.getRawAuthority()
                : Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                        .map(name -> "http://" + name)
                        .orElse("");
        return new Call(
                exchange,
                path.isEmpty() ? "/" : path,
                host + (enterprise ? ENTERPRISE : ""),
                exchange.getRequestBody().readAllBytes());
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /** Whether it may change something. */
    boolean writes() {
        return !method().equals("GET") && !method().equals("HEAD");
    }

    boolean isQuery() {
        return path.equals("/graphql");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    Headers answering() {
        return exchange.getResponseHeaders();
    }

    /** What it is counted as: its path without names of repositories and numbers. */
    String endpoint() {
        return path.replaceFirst("^/repos/[^/]+/[^/]+", "/repos/:repo")
                .replaceFirst("^/repositories/\\d+", "/repos/:repo")
                .replaceAll("/\\d+", "/:n");
    }

    /** The headers of every answer. */
    void begin() {
        answering().set("Server", "github.com");
        answering().set("X-GitHub-Request-Id", UUID.randomUUID().toString());
        answering().set("X-GitHub-Media-Type", "github.v3; format=json");
    }

    void limits(Budget.State state, String resource) {
        answering().set("X-RateLimit-Limit", Integer.toString(state.limit()));
        answering().set("X-RateLimit-Remaining", Integer.toString(state.remaining()));
        answering().set("X-RateLimit-Used", Integer.toString(state.used()));
        answering().set("X-RateLimit-Reset", Long.toString(state.resetAt().getEpochSecond()));
        answering().set("X-RateLimit-Resource", resource);
    }

    void write(Answer answer) throws IOException {
        answer.headers().forEach(answering()::set);
        if (answer.status() == 204 || answer.status() == 304) {
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            write(answer.status(), bytes(answer.body()));
        }
    }

    void write(int status, byte[] json) throws IOException {
        answering().set("Content-Type", "application/json; charset=utf-8");
        if (method().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, json.length == 0 ? -1 : json.length);
        exchange.getResponseBody().write(json);
    }

    static byte[] bytes(Object json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

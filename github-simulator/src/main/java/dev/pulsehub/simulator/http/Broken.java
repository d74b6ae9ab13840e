package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.pulsehub.simulator.rest.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Writes answers that are failures of GitHub's or of the way to it. */
final class Broken {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration STALL = Duration.ofSeconds(30);

    private Broken() {}

    /** Answers with the fault; false where an ordinary answer is still to come, late or cut. */
    static boolean answer(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault.kind()) {
            case STATUS -> status(exchange, fault.status());
            case TIMEOUT_JSON -> timeOut(exchange, fault.status() < 500 ? 502 : fault.status());
            case SECONDARY_LIMIT -> secondary(exchange, fault);
            case RATE_LIMITED -> json(exchange, 200, limit("RATE_LIMITED").put("type", "RATE_LIMITED"), true);
            case RATE_LIMIT -> {
                ObjectNode error = limit("RATE_LIMIT").put("type", "RATE_LIMIT");
                error.put("code", "graphql_rate_limit");
                json(exchange, 200, error, false);
            }
            case SSO -> {
                exchange.getResponseHeaders()
                        .set("X-GitHub-SSO", "required; url=https://github.com/orgs/acme/sso?authorization_request=1");
                json(
                        exchange,
                        403,
                        Answer.error(
                                        403,
                                        "Resource protected by organization SAML enforcement. "
                                                + "You must grant your Personal Access token access to this organization.")
                                .body());
            }
            case DROP -> throw new IOException("the connection is dropped, as was asked for");
            case STALL -> stall(exchange, fault.delay().orElse(STALL));
            case SLOW -> {
                sleep(fault.delay().orElse(RETRY));
                return false;
            }
            case PARTIAL -> {
                return false;
            }
        }
        return true;
    }

    /** Limits and refusals in JSON with their headers, gateway errors as the page they are. */
    static void status(HttpExchange exchange, int status) throws IOException {
        if (status == 403 || status == 429) {
            exchange.getResponseHeaders().set("Retry-After", Long.toString(RETRY.toSeconds()));
            json(
                    exchange,
                    status,
                    Answer.error(status, "You have exceeded a secondary rate limit.")
                            .body());
        } else if (status < 500) {
            json(
                    exchange,
                    status,
                    Answer.error(status, status == 401 ? "Bad credentials" : "Not Found")
                            .body());
        } else {
            byte[] page = ("<html><head><title>" + status + "</title></head><body>" + status + "</body></html>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    /** GraphQL's own time-out. */
    static void timeOut(HttpExchange exchange, int status) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.putNull("data");
        body.putArray("errors")
                .addObject()
                .put(
                        "message",
                        "Something went wrong while executing your query. This may be the result of a timeout, "
                                + "or it could be a GitHub bug. Please include `0000:0000` when reporting this issue.");
        json(exchange, status, body);
    }

    private static void secondary(HttpExchange exchange, Fault fault) throws IOException {
        fault.delay()
                .ifPresent(wait -> exchange.getResponseHeaders().set("Retry-After", Long.toString(wait.toSeconds())));
        json(
                exchange,
                fault.status(),
                Answer.error(
                                fault.status(),
                                "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.")
                        .body());
    }

    private static ObjectNode limit(String type) {
        return JSON.createObjectNode().put("message", "API rate limit already exceeded for user ID 1 (" + type + ").");
    }

    private static void json(HttpExchange exchange, int status, ObjectNode error, boolean withData) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        if (withData) {
            body.putNull("data");
        }
        body.putArray("errors").add(error);
        json(exchange, status, body);
    }

    private static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void stall(HttpExchange exchange, Duration wait) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, 1000);
        OutputStream body = exchange.getResponseBody();
        body.write('{');
        body.flush();
        sleep(wait);
        throw new IOException("the body stalled, as was asked for");
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

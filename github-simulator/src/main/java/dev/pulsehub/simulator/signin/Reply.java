package dev.pulsehub.simulator.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a browser or an app is answered.
 *
 * @param type of the body; empty where there is none
 * @param location where a browser is sent; empty where it stays
 */
record Reply(int status, String type, String body, String location) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply html(int status, String body) {
        return new Reply(status, "text/html; charset=utf-8", body, "");
    }

    static Reply json(int status, Object body) {
        try {
            return new Reply(status, "application/json; charset=utf-8", JSON.writeValueAsString(body), "");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reply form(Map<String, ?> fields) {
        return new Reply(200, "application/x-www-form-urlencoded; charset=utf-8", Form.text(fields), "");
    }

    static Reply nothing() {
        return new Reply(204, "", "", "");
    }

    static Reply redirect(URI target, Map<String, String> answer) {
        String sign = target.getRawQuery() == null ? "?" : "&";
        return new Reply(302, "", "", target + sign + Form.text(answer));
    }

    void write(HttpExchange exchange) throws IOException {
        if (!location.isEmpty()) {
            exchange.getResponseHeaders().set("Location", location);
        }
        if (type.isEmpty()) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

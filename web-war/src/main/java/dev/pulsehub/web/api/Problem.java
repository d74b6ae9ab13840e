package dev.pulsehub.web.api;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Errors as RFC 9457 describes them. */
final class Problem {

    private static final String TYPE = "application/problem+json";

    private Problem() {}

    static Response answer(Response.Status status, @Nullable String detail, String parameter) {
        JsonObjectBuilder problem = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", status.getReasonPhrase())
                .add("status", status.getStatusCode());
        if (detail != null) {
            problem.add("detail", detail);
        }
        if (!parameter.isEmpty()) {
            problem.add("parameter", parameter);
        }
        return Response.status(status)
                .type(TYPE)
                .header("Cache-Control", "no-store")
                .entity(problem.build().toString())
                .build();
    }
}

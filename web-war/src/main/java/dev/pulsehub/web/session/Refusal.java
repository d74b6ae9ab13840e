package dev.pulsehub.web.session;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A refusal as problem JSON (RFC 9457). */
public final class Refusal {

    private Refusal() {}

    public static void problem(HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("type", "about:blank")
                        .add("status", status)
                        .add("detail", detail)
                        .build()
                        .toString());
    }

    public static void unavailable(HttpServletResponse response, String detail) throws IOException {
        response.setHeader("Retry-After", "5");
        problem(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, detail);
    }
}

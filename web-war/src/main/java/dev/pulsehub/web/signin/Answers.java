package dev.pulsehub.web.signin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers in JSON, as NextAuth's clients read them. */
final class Answers {

    private Answers() {}

    static void json(HttpServletResponse response, JsonObject answer) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(answer.toString());
    }

    /** Where a client is to go. */
    static void url(HttpServletResponse response, String whole) throws IOException {
        json(response, Json.createObjectBuilder().add("url", whole).build());
    }
}

package dev.pulsehub.web.session;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Sends browsers on. The container would make a whole address of a path, with whatever Host the request came with; a
 * path alone stays on the address the browser knows.
 */
public final class Redirects {

    private Redirects() {}

    /** @param place a path of ours, or GitHub's address */
    public static void to(HttpServletResponse response, String place) {
        send(response, HttpServletResponse.SC_FOUND, place);
    }

    /** After a change: the browser asks for the place anew. */
    public static void seeOther(HttpServletResponse response, String place) {
        send(response, HttpServletResponse.SC_SEE_OTHER, place);
    }

    private static void send(HttpServletResponse response, int status, String place) {
        response.setStatus(status);
        response.setHeader("Location", place);
        response.setHeader("Cache-Control", "no-store");
    }
}

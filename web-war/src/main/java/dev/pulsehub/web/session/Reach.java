package dev.pulsehub.web.session;

import dev.pulsehub.web.faces.RequestPath;
import jakarta.servlet.http.HttpServletRequest;

/** What a path needs: nobody in particular, somebody if there is one, or a signed-in person. */
enum Reach {
    /** Answers alike to everybody; nobody is looked up. */
    ANYBODY,
    /** Answers strangers too, but differently. */
    GUEST,
    /** A person's page. */
    PAGE,
    /** A person's interface. */
    API;

    static final String DATABASE_DOWN = "dev.pulsehub.databaseDown";

    boolean needsIdentity() {
        return this != ANYBODY;
    }

    static Reach of(HttpServletRequest request) {
        String path = RequestPath.of(request);
        if (path.equals("/") || path.equals("/api/auth/session") || path.equals("/api/auth/signout")) {
            return GUEST;
        }
        if (path.startsWith("/jakarta.faces.resource/")
                || path.equals("/signin")
                || path.equals("/health")
                || path.startsWith("/health/")
                || path.equals("/api/health")
                || path.equals("/api/proxy/mcp/health")
                || path.equals("/api/proxy/superset/health")
                || path.equals("/api/webhooks/github")
                || path.startsWith("/api/auth/")
                || path.equals("/favicon.ico")
                || path.equals("/robots.txt")) {
            return ANYBODY;
        }
        return path.startsWith("/api/") ? API : PAGE;
    }
}

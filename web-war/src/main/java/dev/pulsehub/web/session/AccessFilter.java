package dev.pulsehub.web.session;

import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.web.faces.RequestPath;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Keeps strangers out, other sites' forms from acting, and every answer's security headers in place. */
public class AccessFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String WEBHOOK = "/api/webhooks/github";

    @Inject
    private transient PulseConfig config;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers(response);
        Reach reach = Reach.of(request);
        boolean stranger = request.getUserPrincipal() == null;
        if (request.getAttribute(Reach.DATABASE_DOWN) != null) {
            Refusal.unavailable(response, "The database does not answer. Nothing is lost; try again in a moment.");
        } else if (!SAFE.contains(request.getMethod()) && !fromOurPages(request)) {
            Refusal.problem(response, 403, "This request did not come from a page of Pulse-Hub.");
        } else if (stranger && reach == Reach.API) {
            response.setHeader("WWW-Authenticate", "Bearer");
            Refusal.problem(response, 401, "Sign in first, or send an API token.");
        } else if (stranger && reach == Reach.PAGE) {
            response.sendRedirect("/?return=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /**
     * Stateless pages carry no token: browsers say where an unsafe request comes from, and those that do not are
     * refused.
     */
    private boolean fromOurPages(HttpServletRequest request) {
        if (RequestPath.of(request).equals(WEBHOOK)) {
            return true;
        }
        if (Reach.of(request) == Reach.API && BearerToken.of(request).isPresent()) {
            return true; // no browser adds a token by itself
        }
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return origin.equals(config.authUrl().toString());
        }
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private void headers(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if ("https".equals(config.authUrl().getScheme())) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}

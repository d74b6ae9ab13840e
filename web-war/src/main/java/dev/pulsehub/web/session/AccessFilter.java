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
import java.util.Locale;
import java.util.Set;

/** Keeps strangers out, other sites' forms from acting, and every answer's security headers in place. */
public class AccessFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String WEBHOOK = "/api/webhooks/github";

    /** Request attribute: whether an unsafe request says that a page of ours sent it. */
    public static final String FROM_OUR_PAGE = "dev.pulsehub.fromOurPage";

    private static final String AUTH = "/api/auth/";

    @Inject
    private transient PulseConfig config;

    @Inject
    private transient SealedCookie cookie;

    @Inject
    private transient Sessions sessions;

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
            Redirects.to(response, entrance(request));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Where a stranger is sent: to the start page, or to the page that says why their session is over. */
    private String entrance(HttpServletRequest request) {
        String back = URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
        return cookie.read(request)
                .flatMap(secret -> sessions.findEnd(secret.text()))
                .map(end -> "/api/auth/signin?error=SessionRequired&reason="
                        + end.name().toLowerCase(Locale.ROOT) + "&callbackUrl=" + back)
                .orElse("/?return=" + back);
    }

    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /**
     * Stateless pages carry no token: browsers say where an unsafe request comes from, and those that do not are
     * refused; but for signing in and out, where a program may say nothing and show a token instead.
     */
    private boolean fromOurPages(HttpServletRequest request) {
        if (RequestPath.of(request).equals(WEBHOOK)) {
            return true;
        }
        boolean silent = request.getHeader("Origin") == null && request.getHeader("Sec-Fetch-Site") == null;
        boolean ours = saysSo(request);
        request.setAttribute(FROM_OUR_PAGE, ours);
        return ours || silent && RequestPath.of(request).startsWith(AUTH);
    }

    private boolean saysSo(HttpServletRequest request) {
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

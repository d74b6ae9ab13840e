package dev.pulsehub.web.faces;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Readable addresses without an extension: forwards each to its view. The views themselves have no address. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PageRoutes extends HttpFilter {

    /** Request attribute: the path the address bar shows. */
    static final String PATH = "dev.pulsehub.path";

    /** Request attribute: when the request came, in milliseconds; the page's numbers are not older. */
    static final String BEGUN = "dev.pulsehub.begun";

    /** Prefix of the request attributes that hold the parts of a path. */
    static final String PART = "dev.pulsehub.part.";

    private static final long serialVersionUID = 1L;
    private static final String RESOURCES = "/jakarta.faces.resource/";
    private static final String LIVE = "/app/live"; // the WebSocket endpoint

    private record Route(Pattern path, List<String> parts, String view) {
        static Route of(String path, String view, String... parts) {
            return new Route(Pattern.compile(path), List.of(parts), view);
        }
    }

    private static final List<Route> ROUTES = List.of(
            Route.of("/", "/landing.xhtml"),
            Route.of("/app", "/overview.xhtml"),
            Route.of("/app/pulls", "/pulls/list.xhtml"),
            Route.of("/app/pulls/([^/]+)/([^/]+)/([0-9]{1,9})", "/pulls/detail.xhtml", "owner", "name", "number"),
            Route.of("/app/repositories", "/repositories/list.xhtml"),
            Route.of("/app/issues", "/issues/list.xhtml"),
            Route.of("/app/ci", "/ci/list.xhtml"),
            Route.of("/app/analytics", "/analytics/dashboard.xhtml"),
            Route.of("/app/analytics/([a-z-]{1,40})", "/analytics/dashboard.xhtml", "dashboard"),
            Route.of("/app/sync", "/sync/status.xhtml"),
            Route.of("/app/settings/sessions", "/settings/sessions.xhtml"),
            Route.of("/app/settings/tokens", "/settings/tokens.xhtml"));

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = RequestPath.of(request);
        if (path.endsWith(".xhtml") && !path.startsWith(RESOURCES)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if ("/".equals(path) && viewer.signedIn()) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "/app"); // a path alone: the container would add whatever Host was sent
            return;
        }
        for (Route route : ROUTES) {
            Matcher matcher = route.path().matcher(path);
            if (matcher.matches()) {
                forward(request, response, route, matcher);
                return;
            }
        }
        if (path.startsWith("/app/") && !path.equals(LIVE)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }

    private void forward(HttpServletRequest request, HttpServletResponse response, Route route, Matcher matcher)
            throws IOException, ServletException {
        request.setAttribute(PATH, request.getRequestURI());
        request.setAttribute(BEGUN, clock.millis());
        for (int i = 0; i < route.parts().size(); i++) {
            request.setAttribute(PART + route.parts().get(i), matcher.group(i + 1));
        }
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(route.view()).forward(request, response);
    }
}

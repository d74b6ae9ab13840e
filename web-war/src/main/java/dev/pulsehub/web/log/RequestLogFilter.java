package dev.pulsehub.web.log;

import dev.pulsehub.core.log.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Gives each request an id, in its log lines and in {@code X-Request-Id} of the answer, and tells what became of it:
 * failures always, the rest at {@code LOG_LEVEL=debug}. Queries are left out, since they may hold secrets.
 */
public class RequestLogFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(RequestLogFilter.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long begun = System.nanoTime();
        String id = RequestId.of(request.getHeader(RequestId.HEADER));
        response.setHeader(RequestId.HEADER, id);
        RequestId.begin(id);
        try {
            chain.doFilter(request, response);
            tell(request, response, begun);
        } finally {
            RequestId.end();
        }
    }

    private static void tell(HttpServletRequest request, HttpServletResponse response, long begun) {
        System.Logger.Level level =
                response.getStatus() >= 500 ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG;
        LOG.log(
                level,
                () -> "%s %s %d in %d ms"
                        .formatted(
                                request.getMethod(),
                                request.getRequestURI(),
                                response.getStatus(),
                                Duration.ofNanos(System.nanoTime() - begun).toMillis()));
    }
}

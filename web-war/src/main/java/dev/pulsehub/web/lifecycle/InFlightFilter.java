package dev.pulsehub.web.lifecycle;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Counts requests under way, so that a stopping process can wait for them. */
public class InFlightFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Draining draining;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        draining.enter();
        try {
            if (draining.isDraining()) {
                response.setHeader("Connection", "close");
            }
            chain.doFilter(request, response);
        } finally {
            draining.leave();
        }
    }
}

package dev.pulsehub.mcp.health;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What web tells monitors of this service. */
@WebServlet("/mcp/health")
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Database database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean ready = database.isReady();
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(
                        ready
                                ? "{\"status\":\"healthy\",\"server\":\"pulse-hub-mcp\"}"
                                : "{\"status\":\"unavailable\",\"server\":\"pulse-hub-mcp\","
                                        + "\"reason\":\"Its database does not answer, or is not migrated yet.\"}");
    }
}

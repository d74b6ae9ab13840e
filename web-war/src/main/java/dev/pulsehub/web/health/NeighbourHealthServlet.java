package dev.pulsehub.web.health;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The health of one service behind this one: 200 while it is well, else 503 with the reason. */
@WebServlet({NeighbourHealthServlet.MCP, NeighbourHealthServlet.SUPERSET})
public class NeighbourHealthServlet extends HttpServlet {

    static final String MCP = "/api/proxy/mcp/health";
    static final String SUPERSET = "/api/proxy/superset/health";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Services services;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean mcp = request.getServletPath().equals(MCP);
        NeighbourHealth.State state = mcp ? services.mcp() : services.superset();
        boolean well = state.kind() == NeighbourHealth.Kind.HEALTHY;
        JsonObjectBuilder body =
                Json.createObjectBuilder().add("status", state.kind().word());
        if (mcp) {
            body.add("server", "pulse-hub-mcp");
        }
        if (!state.reason().isEmpty()) {
            body.add("reason", state.reason());
        }
        response.setStatus(well ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(body.build().toString());
    }
}

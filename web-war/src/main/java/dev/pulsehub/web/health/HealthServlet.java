package dev.pulsehub.web.health;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The health of all services in one line, as monitors read it; kept for five seconds. */
@WebServlet("/api/health")
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Inject
    private transient Services services;

    @Inject
    private transient Database database;

    @Inject
    private transient Clock clock;

    private transient volatile @Nullable Answer last;

    private record Answer(Instant at, int status, String body) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer = current();
        response.setStatus(answer.status());
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(answer.body());
    }

    private synchronized Answer current() {
        Instant now = clock.instant();
        Answer known = last;
        if (known == null || Duration.between(known.at(), now).compareTo(KEPT) > 0) {
            known = ask(now);
            last = known;
        }
        return known;
    }

    private Answer ask(Instant now) {
        String data = database.isHealthy() ? "healthy" : "unavailable";
        NeighbourHealth.State mcp = services.mcp();
        NeighbourHealth.State superset = services.superset();
        boolean all = mcp.isFine() && superset.isFine();
        String status = !data.equals("healthy") ? "error" : all ? "ok" : "degraded";
        String body = Json.createObjectBuilder()
                .add("status", status)
                .add("timestamp", MILLIS.format(now))
                .add(
                        "services",
                        Json.createObjectBuilder()
                                .add("database", data)
                                .add("mcp", mcp.kind().word())
                                .add("superset", superset.kind().word()))
                .build()
                .toString();
        return new Answer(now, status.equals("error") ? 503 : 200, body);
    }
}

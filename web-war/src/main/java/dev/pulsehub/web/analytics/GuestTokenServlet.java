package dev.pulsehub.web.analytics;

import dev.pulsehub.core.report.Range;
import dev.pulsehub.core.report.Scope;
import dev.pulsehub.core.report.ScopeReport;
import dev.pulsehub.core.report.Selection;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import dev.pulsehub.web.faces.Viewer;
import dev.pulsehub.web.session.Refusal;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /api/superset-token/<dashboard>}: a token for the signed-in person, for this dashboard and the rows they
 * may see at this moment. The page asks anew before it ends, so that what is taken from a person is gone within
 * minutes.
 */
@WebServlet("/api/superset-token/*")
public class GuestTokenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Superset superset;

    @Inject
    private transient ScopeReport scopes;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Optional<AnalyticsDashboard> dashboard =
                path == null ? Optional.empty() : AnalyticsDashboard.find(path.substring(1));
        Optional<GuestToken> tokens = superset.tokens();
        if (dashboard.isEmpty()) {
            Refusal.problem(response, 404, "There is no such dashboard.");
        } else if (tokens.isEmpty()) {
            Refusal.problem(response, 404, "Superset is not configured.");
        } else {
            try {
                answer(response, tokens.get().write(viewer.personId(), dashboard.get(), rules(), clock.instant()));
            } catch (DatabaseFailed e) {
                Refusal.unavailable(response, "The database does not answer. Try again in a moment.");
            }
        }
    }

    private RowRules rules() {
        Scope scope = scopes.read(
                new Selection(viewer.personId(), viewer.organizationId(), List.of(), new Range.Last(1), false));
        return RowRules.of(scope.organizationId(), scope.visible());
    }

    private static void answer(HttpServletResponse response, String token) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(Json.createObjectBuilder().add("token", token).build().toString());
    }
}

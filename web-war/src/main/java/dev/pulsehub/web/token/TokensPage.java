package dev.pulsehub.web.token;

import dev.pulsehub.core.access.ApiTokens;
import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.core.report.Scope;
import dev.pulsehub.core.report.SyncReport;
import dev.pulsehub.persistence.session.ApiToken;
import dev.pulsehub.web.faces.Formats;
import dev.pulsehub.web.faces.Frame;
import dev.pulsehub.web.faces.PageQuery;
import dev.pulsehub.web.faces.Texts;
import dev.pulsehub.web.faces.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The person's tokens; a new one is shown here once. */
@Named
@RequestScoped
public class TokensPage {

    private static final String ANY_RANGE = "7d";

    @Inject
    private ApiTokens tokens;

    @Inject
    private SyncReport report;

    @Inject
    private Viewer viewer;

    @Inject
    private PageQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Frame frame;

    @Inject
    private PulseConfig config;

    @Inject
    private NewTokenCookie created;

    @Inject
    private HttpServletRequest request;

    private @Nullable View view;

    /**
     * What the page draws.
     *
     * @param created the new token; empty text unless one was made just now
     * @param mcpCommand connects an assistant
     * @param apiCommand reads rows
     */
    public record View(List<Line> rows, String created, String mcpCommand, String apiCommand) {

        public boolean isNothing() {
            return rows.isEmpty();
        }
    }

    /** One token, ready to print. */
    public record Line(
            String id, String name, String prefix, String may, String made, String used, String ends, String revoke) {}

    /** Reads the list, and the new token where one was made just now. */
    public void load() {
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        Scope scope = report.read(query.selection(ANY_RANGE)).scope();
        frame.show(scope);
        Formats formats = query.formats(scope.zone());
        view = new View(
                tokens.list(viewer.personId(), viewer.organizationId()).stream()
                        .map(token -> line(token, formats))
                        .toList(),
                created.take(request, response).orElse(""),
                texts.format("tokens.use.mcp.command", config.authUrl().toString()),
                texts.format("tokens.use.api.command", config.authUrl().toString()));
    }

    public View getView() {
        return Objects.requireNonNull(view, "load first");
    }

    private Line line(ApiToken token, Formats formats) {
        return new Line(
                Long.toString(token.id()),
                token.name(),
                token.prefix() + "…",
                texts.get(token.scopes().contains(Asker.WRITE) ? "tokens.scope.write" : "tokens.scope.read"),
                formats.ago(token.createdAt()),
                token.usedAt().map(formats::ago).orElse(texts.get("tokens.unused")),
                ends(token.expiresAt(), formats),
                texts.format("tokens.revoke.one", token.name()));
    }

    private String ends(Optional<Instant> end, Formats formats) {
        return end.map(at -> at.isBefore(formats.now()) ? texts.get("tokens.expired") : formats.moment(at))
                .orElse(texts.get("tokens.endless"));
    }
}

package dev.pulsehub.web.analytics;

import dev.pulsehub.core.report.Range;
import dev.pulsehub.core.report.ScopeReport;
import dev.pulsehub.core.report.Selection;
import dev.pulsehub.web.faces.FilterBar;
import dev.pulsehub.web.faces.Frame;
import dev.pulsehub.web.faces.PageQuery;
import dev.pulsehub.web.faces.Texts;
import dev.pulsehub.web.faces.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One dashboard of Superset in Pulse-Hub's frame, or why it cannot be shown. */
@Named
@RequestScoped
public class AnalyticsPage {

    private static final String PATH = "/app/analytics/";

    @Inject
    private PageQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Frame frame;

    @Inject
    private Viewer viewer;

    @Inject
    private ScopeReport scopes;

    @Inject
    private Superset superset;

    private @Nullable View view;

    /**
     * What the page draws.
     *
     * @param wide id to embed in a wide window
     * @param narrow id to embed in a narrow one
     * @param state of Superset: {@code ready}, {@code starting}, {@code unavailable} or {@code not_configured}
     * @param reason why not, from where it is known; may be empty
     */
    public record View(
            String slug,
            String title,
            String subtitle,
            List<FilterBar.Choice> dashboards,
            String wide,
            String narrow,
            String state,
            String headline,
            String reason,
            String remedy) {

        public boolean isReady() {
            return state.equals("ready");
        }

        public boolean isStarting() {
            return state.equals("starting");
        }
    }

    /** Finds out how the dashboard of the address is; the first one when the address names none. */
    public void load() throws IOException {
        Optional<AnalyticsDashboard> dashboard = query.part("dashboard")
                .map(AnalyticsDashboard::find)
                .orElse(Optional.of(AnalyticsDashboard.REPOSITORY_OVERVIEW));
        if (dashboard.isEmpty()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(404, "");
            faces.responseComplete();
            return;
        }
        frame.show(scopes.read(
                new Selection(viewer.personId(), viewer.organizationId(), List.of(), new Range.Last(1), true)));
        show(dashboard.get(), superset.state(dashboard.get()));
    }

    public View getView() {
        return Objects.requireNonNull(view, "load first");
    }

    private void show(AnalyticsDashboard dashboard, Superset.State state) {
        String kind = state.kind().name().toLowerCase(Locale.ROOT);
        view = new View(
                dashboard.slug(),
                text(dashboard, "title"),
                text(dashboard, "subtitle"),
                Stream.of(AnalyticsDashboard.values())
                        .map(one -> new FilterBar.Choice(
                                text(one, "title"), PATH + one.slug(), Boolean.toString(one == dashboard)))
                        .toList(),
                dashboard.wide().toString(),
                dashboard.narrow().toString(),
                kind,
                state.isReady() ? "" : texts.get("analytics.state." + kind),
                state.reason(),
                state.isReady() ? "" : texts.get("analytics.remedy." + kind));
    }

    private String text(AnalyticsDashboard dashboard, String part) {
        return texts.get("analytics." + part + "." + dashboard.name().toLowerCase(Locale.ROOT));
    }
}

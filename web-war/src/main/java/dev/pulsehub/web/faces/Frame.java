package dev.pulsehub.web.faces;

import dev.pulsehub.core.report.Freshness;
import dev.pulsehub.core.report.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What stands around every page: navigation, organization, how fresh the numbers are. */
@Named
@RequestScoped
public class Frame {

    private String organization = "";
    private String synced = "";
    private String syncState = "unknown";
    private String zone = "";
    private boolean known;

    @Inject
    private PageQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    /**
     * One way to go.
     *
     * @param current {@code page} on the page itself, else {@code false}
     */
    public record NavItem(String label, String href, String icon, String current) {}

    /** Shows what the page's numbers come from. */
    public void show(Scope scope) {
        organization = scope.organization();
        zone = scope.zone().getId();
        Freshness freshness = scope.freshness();
        Formats formats = query.formats(scope.zone());
        synced = freshness
                .syncedAt()
                .map(at -> texts.format("frame.synced", formats.ago(at), formats.moment(at)))
                .orElse(texts.get("frame.synced.never"));
        syncState = state(freshness);
        known = true;
    }

    public List<NavItem> getNav() {
        return Stream.of(
                        item("overview", "/app", "pi pi-home"),
                        item("pulls", "/app/pulls", "pi pi-code"),
                        item("issues", "/app/issues", "pi pi-exclamation-circle"),
                        item("ci", "/app/ci", "pi pi-play-circle"),
                        item("repositories", "/app/repositories", "pi pi-database"),
                        item("analytics", "/app/analytics", "pi pi-chart-bar"),
                        item("sync", "/app/sync", "pi pi-sync"),
                        item("tokens", "/app/settings/tokens", "pi pi-key"))
                .toList();
    }

    public String getOrganization() {
        return organization;
    }

    public String getLogin() {
        return viewer.signedIn() ? viewer.login() : "";
    }

    /** What stands for the person where there is room for one letter. */
    public String getInitial() {
        String login = getLogin();
        return login.isEmpty() ? "" : login.substring(0, 1).toUpperCase(Locale.ROOT);
    }

    /** When the numbers were last synchronised, as a sentence. */
    public String getSynced() {
        return synced;
    }

    /** {@code ok}, {@code loading}, {@code failing} or {@code unknown}. */
    public String getSyncState() {
        return syncState;
    }

    /** What is missing; empty when nothing is. */
    public String getSyncNote() {
        return switch (syncState) {
            case "loading" -> texts.get("frame.sync.loading");
            case "failing" -> texts.get("frame.sync.failing");
            default -> "";
        };
    }

    /** From when the numbers are, at the latest: milliseconds by the server's clock. */
    public long getBegun() {
        return request.getAttribute(PageRoutes.BEGUN) instanceof Long begun ? begun : 0;
    }

    public String getZone() {
        return zone;
    }

    public boolean isKnown() {
        return known;
    }

    private static String state(Freshness freshness) {
        if (freshness.failing() > 0) {
            return "failing";
        }
        return freshness.complete() ? "ok" : "loading";
    }

    private NavItem item(String key, String path, String icon) {
        boolean here = query.path().equals(path)
                || !"/app".equals(path) && query.path().startsWith(path + "/");
        return new NavItem(texts.get("nav." + key), path, icon, here ? "page" : "false");
    }
}

package dev.pulsehub.web.signin;

import dev.pulsehub.core.access.GitHubGrants;
import dev.pulsehub.core.report.MyOrganizations;
import dev.pulsehub.core.report.Scope;
import dev.pulsehub.core.report.SyncReport;
import dev.pulsehub.persistence.session.OpenSession;
import dev.pulsehub.web.faces.Formats;
import dev.pulsehub.web.faces.Frame;
import dev.pulsehub.web.faces.PageQuery;
import dev.pulsehub.web.faces.Texts;
import dev.pulsehub.web.session.Sessions;
import dev.pulsehub.web.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the person is signed in, what they let us do on GitHub, and which organization they look at. */
@Named
@RequestScoped
public class SessionsPage {

    private static final String ANY_RANGE = "7d";

    @Inject
    private Sessions sessions;

    @Inject
    private GitHubGrants grants;

    @Inject
    private MyOrganizations organizations;

    @Inject
    private SyncReport report;

    @Inject
    private PageQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Frame frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable View view;

    /**
     * What the page draws.
     *
     * @param organizations the one that is looked at first; empty when there is no choice
     * @param granted what the person let us do, as a sentence
     */
    public record View(List<Line> rows, List<Choice> organizations, boolean connected, String granted) {}

    /** One browser, ready to print. */
    public record Line(String id, String browser, String opened, String used, boolean here, String end) {}

    /** One organization. */
    public record Choice(String id, String name) {}

    public void load() {
        SignedIn person = (SignedIn) Objects.requireNonNull(request.getUserPrincipal());
        Scope scope = report.read(query.selection(ANY_RANGE)).scope();
        frame.show(scope);
        Formats formats = query.formats(scope.zone());
        Optional<GitHubGrants.Held> grant = grants.find(person.personId());
        view = new View(
                sessions.list(person.personId()).stream()
                        .map(session -> line(session, person, formats))
                        .toList(),
                choices(person),
                grant.isPresent(),
                texts.format(
                        "sessions.github.granted",
                        grant.map(held -> String.join(", ", held.stored().scopes()))
                                .orElse("")));
    }

    public View getView() {
        return Objects.requireNonNull(view, "load first");
    }

    private List<Choice> choices(SignedIn person) {
        List<MyOrganizations.Organization> mine = organizations.list(person.personId());
        return mine.size() < 2
                ? List.of()
                : mine.stream()
                        .sorted((one, other) -> Boolean.compare(
                                other.id() == person.organizationId(), one.id() == person.organizationId()))
                        .map(one -> new Choice(Long.toString(one.id()), one.name()))
                        .toList();
    }

    private Line line(OpenSession session, SignedIn person, Formats formats) {
        String browser = session.userAgent()
                .map(name -> texts.format("sessions.browser", BrowserName.of(name), BrowserName.system(name)))
                .orElse(texts.get("sessions.unknown"));
        return new Line(
                Long.toString(session.id()),
                browser,
                formats.ago(session.createdAt()),
                formats.ago(session.seenAt()),
                session.id() == person.sessionId(),
                texts.format("sessions.end.one", browser));
    }
}

package dev.pulsehub.web.signin;

import dev.pulsehub.core.access.SignIns;
import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.core.github.GitHubUnavailable;
import dev.pulsehub.web.session.Redirects;
import dev.pulsehub.web.session.Refusal;
import dev.pulsehub.web.session.SealedCookie;
import dev.pulsehub.web.session.Sessions;
import dev.pulsehub.web.session.SignedIn;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.OptionalLong;

/** What the forms of the sessions page do. Who may ask was decided before: a signed-in person, from a page of ours. */
@WebServlet({AccountServlet.END, AccountServlet.END_ALL, AccountServlet.DISCONNECT, AccountServlet.ORGANIZATION})
public class AccountServlet extends HttpServlet {

    static final String END = "/settings/sessions/end";
    static final String END_ALL = "/settings/sessions/end-all";
    static final String DISCONNECT = "/settings/github/disconnect";
    static final String ORGANIZATION = "/settings/organization";

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/app/settings/sessions";

    @Inject
    private transient PulseConfig config;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient SignOut signOut;

    @Inject
    private transient Instance<SignIns> signIns;

    @Inject
    private transient SealedCookie cookie;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignedIn person = (SignedIn) Objects.requireNonNull(request.getUserPrincipal());
        switch (request.getServletPath()) {
            case END -> {
                id(request).ifPresent(id -> signOut.elsewhere(person.personId(), id));
                Redirects.seeOther(response, PAGE);
            }
            case END_ALL -> {
                signOut.everywhere(person.personId());
                cookie.remove(response);
                Redirects.seeOther(response, "/");
            }
            case DISCONNECT -> disconnect(person, response);
            default -> {
                id(request).ifPresent(id -> sessions.lookAt(person.sessionId(), id));
                Redirects.seeOther(response, "/app");
            }
        }
    }

    private void disconnect(SignedIn person, HttpServletResponse response) throws IOException {
        if (config.oauth().isEmpty()) {
            Refusal.problem(response, 409, "This Pulse-Hub runs without an OAuth app: there is nothing to disconnect.");
            return;
        }
        try {
            signIns.get().disconnect(person.personId());
            cookie.remove(response);
            Redirects.seeOther(response, Problem.DISCONNECTED.place());
        } catch (GitHubUnavailable e) {
            Refusal.unavailable(
                    response,
                    "GitHub does not answer, so nothing was disconnected. Try again in a minute, or revoke the"
                            + " application on GitHub under Settings, Applications.");
        }
    }

    private static OptionalLong id(HttpServletRequest request) {
        String given = request.getParameter("id");
        return given != null && given.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(given))
                : OptionalLong.empty();
    }
}

package dev.pulsehub.web.signin;

import dev.pulsehub.core.access.Arrival;
import dev.pulsehub.core.access.Seal;
import dev.pulsehub.core.access.SignIns;
import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.core.github.GitHubRefused;
import dev.pulsehub.core.github.GitHubUnavailable;
import dev.pulsehub.core.github.OAuthRefused;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import dev.pulsehub.web.session.Redirects;
import dev.pulsehub.web.session.SealedCookie;
import dev.pulsehub.web.session.Sessions;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where GitHub sends people back to. Believes an answer only from the browser that asked, once, and gives it a session
 * of its own: whatever it showed before is worth nothing afterwards.
 */
@WebServlet("/api/auth/callback/github")
public class CallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(CallbackServlet.class.getName());

    @Inject
    private transient PulseConfig config;

    @Inject
    private transient Instance<SignIns> signIns;

    @Inject
    private transient SignInNotes notes;

    @Inject
    private transient SealedCookie cookie;

    @Inject
    private transient Clock clock;

    @Inject
    private transient Steps steps;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Flow> flow = notes.flow()
                .take(request, response)
                .flatMap(Flow::read)
                .filter(one -> one.isAnsweredBy(parameter(request, "state"), clock.instant()));
        if (config.oauth().isEmpty() || flow.isEmpty()) {
            tell(response, Problem.STATE, "the answer is not one to a question of this browser");
        } else if (!parameter(request, "error").isEmpty()) {
            tell(response, Problem.ofGitHub(parameter(request, "error")), parameter(request, "error"));
        } else {
            arrive(request, response, flow.get());
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED); // a look must not use the code up
    }

    private void arrive(HttpServletRequest request, HttpServletResponse response, Flow flow) {
        String secret = cookie.newSecret();
        SignIns.NewSession session = new SignIns.NewSession(
                secret,
                cookie.read(request).map(Seal.Opened::text),
                request.getHeader("User-Agent"),
                Sessions.LIFETIME);
        try {
            switch (signIns.get().arrive(parameter(request, "code"), flow.verifier(), session)) {
                case Arrival.SignedIn person -> {
                    steps.say("{0} is signed in", person.login());
                    cookie.send(response, secret, (int) Sessions.LIFETIME.toSeconds());
                    Redirects.to(response, flow.back());
                }
                case Arrival.Homeless person -> {
                    cookie.remove(response);
                    notes.homeless().send(response, lines(person));
                    tell(response, Problem.HOMELESS, person.login());
                }
            }
        } catch (OAuthRefused e) {
            tell(response, Problem.ofGitHub(e.error()), e.error());
        } catch (GitHubRefused e) {
            tell(response, Problem.RIGHTS, String.valueOf(e.getMessage()));
        } catch (GitHubUnavailable e) {
            tell(response, Problem.UNAVAILABLE, String.valueOf(e.getMessage()));
        } catch (DatabaseFailed e) {
            tell(response, Problem.DATABASE, String.valueOf(e.getMessage()));
        }
    }

    private static String lines(Arrival.Homeless person) {
        return Stream.concat(Stream.of(person.login()), limited(person.accounts()))
                .collect(Collectors.joining("\n"));
    }

    /** A cookie holds some 4,000 characters. */
    private static Stream<String> limited(List<String> accounts) {
        return accounts.stream().limit(30);
    }

    private void tell(HttpServletResponse response, Problem problem, String cause) {
        LOG.log(System.Logger.Level.INFO, "Nobody was signed in ({0}): {1}", problem.key(), oneLine(cause));
        Redirects.to(response, problem.place());
    }

    /** What strangers send must not look like lines of ours. */
    private static String oneLine(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > 300 ? clean.substring(0, 300) : clean;
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}

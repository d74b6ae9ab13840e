package dev.pulsehub.web.signin;

import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.core.config.Secret;
import dev.pulsehub.core.github.GitHubRefused;
import dev.pulsehub.core.github.GitHubUnavailable;
import dev.pulsehub.core.organization.SingleUserSetup;
import dev.pulsehub.web.session.Redirects;
import dev.pulsehub.web.session.Refusal;
import dev.pulsehub.web.session.SealedCookie;
import dev.pulsehub.web.session.Sessions;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The single-user mode's link: from this machine only, as often as wanted while the process lives. */
@WebServlet("/signin")
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PulseConfig config;

    @Inject
    private transient Instance<SingleUserSetup> setup;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient SealedCookie cookie;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!config.singleUser()) {
            Redirects.to(response, "/api/auth/signin/github");
        } else if (!fromThisMachine(request)) {
            Refusal.problem(
                    response, 403, "The sign-in link works on the machine Pulse-Hub runs on, and nowhere else.");
        } else if (!tokenIsRight(request)) {
            Refusal.problem(
                    response,
                    403,
                    "This sign-in link is not valid any more. The terminal in which Pulse-Hub was"
                            + " started shows the current one.");
        } else {
            signIn(request, response);
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            SingleUserSetup.SetUp who = setup.get().establish();
            String secret = cookie.newSecret();
            sessions.open(who.person().id(), who.organizationId(), secret, request.getHeader("User-Agent"));
            cookie.send(response, secret, (int) Sessions.LIFETIME.toSeconds());
            Redirects.seeOther(response, ReturnPath.checked(request.getParameter("return")));
        } catch (GitHubRefused | GitHubUnavailable e) {
            Refusal.unavailable(response, "You cannot be signed in just now. " + e.getMessage());
        }
    }

    private boolean tokenIsRight(HttpServletRequest request) {
        String given = Optional.ofNullable(request.getParameter("token")).orElse("");
        String right = config.signInToken().map(Secret::value).orElse("");
        return !right.isEmpty()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean fromThisMachine(HttpServletRequest request) throws IOException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }
}

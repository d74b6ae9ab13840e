package dev.pulsehub.web.signin;

import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.core.github.OAuthApp;
import dev.pulsehub.web.session.Redirects;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** Where sign-in begins: sends the browser to GitHub. Without an OAuth app the start page explains what there is. */
@WebServlet("/api/auth/signin/github")
public class GitHubSignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String BY_LINK = "/?signin=link";

    @Inject
    private transient PulseConfig config;

    @Inject
    private transient Instance<OAuthApp> app;

    @Inject
    private transient SignInNotes notes;

    @Inject
    private transient Csrf csrf;

    @Inject
    private transient Clock clock;

    @Inject
    private transient Steps steps;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Redirects.to(response, begin(request, response));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String place = csrf.isMeant(request) ? begin(request, response) : "/api/auth/signin?csrf=true";
        if ("true".equals(request.getParameter("json"))) {
            Answers.url(response, place.startsWith("/") ? config.authUrl() + place : place);
        } else {
            Redirects.to(response, place);
        }
    }

    private String begin(HttpServletRequest request, HttpServletResponse response) {
        if (config.oauth().isEmpty()) {
            return BY_LINK;
        }
        Flow flow = Flow.begin(ReturnPath.wanted(request, config.authUrl()), clock.instant());
        notes.flow().send(response, flow.text());
        steps.say("a browser is sent to GitHub, and wants to go to {0}", flow.back());
        return app.get().question(flow.state(), flow.challenge()).toString();
    }
}

package dev.pulsehub.web.signin;

import dev.pulsehub.core.access.Seal;
import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.persistence.organization.Person;
import dev.pulsehub.persistence.session.LiveSession;
import dev.pulsehub.web.session.Redirects;
import dev.pulsehub.web.session.Refusal;
import dev.pulsehub.web.session.SealedCookie;
import dev.pulsehub.web.session.Sessions;
import dev.pulsehub.web.session.SignedIn;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** The rest of {@code /api/auth}, answered as NextAuth v4 does, so that its clients and monitors keep working. */
@WebServlet("/api/auth/*")
public class AuthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/signin/signin.xhtml";
    private static final String SIGN_OUT_PAGE = "/signin/signout.xhtml";

    /** Errors that the sign-in page tells of; others have a page of their own. */
    private static final Set<String> AT_SIGN_IN = Set.of(
            "Signin",
            "OAuthSignin",
            "OAuthCallback",
            "OAuthCreateAccount",
            "Callback",
            "OAuthAccountNotLinked",
            "SessionRequired");

    @Inject
    private transient PulseConfig config;

    @Inject
    private transient Csrf csrf;

    @Inject
    private transient SealedCookie cookie;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient SignOut signOut;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (action(request)) {
            case "/providers" -> Answers.json(response, providers());
            case "/csrf" ->
                Answers.json(
                        response,
                        Json.createObjectBuilder()
                                .add("csrfToken", csrf.token(request, response))
                                .build());
            case "/session" -> Answers.json(response, session(request, response));
            case "/signin" -> page(request, response, PAGE);
            case "/signout" -> page(request, response, SIGN_OUT_PAGE);
            case "/error" -> error(request, response);
            default -> unknown(response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!action(request).equals("/signout")) {
            unknown(response);
            return;
        }
        String place = "/api/auth/signout?csrf=true";
        if (csrf.isMeant(request)) {
            if (request.getUserPrincipal() instanceof SignedIn person) {
                cookie.read(request).ifPresent(secret -> signOut.here(person.personId(), secret.text()));
            }
            cookie.remove(response);
            place = ReturnPath.afterSignOut(request.getParameter("callbackUrl"), config.authUrl());
        }
        if ("true".equals(request.getParameter("json"))) {
            Answers.url(response, config.authUrl() + place);
        } else {
            Redirects.seeOther(response, place);
        }
    }

    private static String action(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    private static void unknown(HttpServletResponse response) throws IOException {
        Refusal.problem(response, HttpServletResponse.SC_BAD_REQUEST, "There is no such action of /api/auth.");
    }

    private JsonObject providers() {
        JsonObjectBuilder providers = Json.createObjectBuilder();
        if (config.oauth().isPresent()) {
            providers.add(
                    "github",
                    Json.createObjectBuilder()
                            .add("id", "github")
                            .add("name", "GitHub")
                            .add("type", "oauth")
                            .add("signinUrl", config.authUrl() + "/api/auth/signin/github")
                            .add("callbackUrl", config.authUrl() + "/api/auth/callback/github"));
        }
        return providers.build();
    }

    /** Who is signed in, and until when if they do not ask again. */
    private JsonObject session(HttpServletRequest request, HttpServletResponse response) {
        Optional<Seal.Opened> secret = cookie.read(request);
        Optional<LiveSession> session = secret.flatMap(one -> sessions.renew(one.text()));
        if (session.isEmpty()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        cookie.send(response, secret.orElseThrow().text(), (int) Sessions.LIFETIME.toSeconds());
        Person person = session.get().person();
        Instant end = clock.instant().plus(Sessions.LIFETIME).truncatedTo(ChronoUnit.MILLIS);
        return Json.createObjectBuilder()
                .add(
                        "user",
                        Json.createObjectBuilder()
                                .add("name", person.name().orElse(person.login()))
                                .addNull("email")
                                .add(
                                        "image",
                                        person.avatarUrl()
                                                .<JsonValue>map(Json::createValue)
                                                .orElse(JsonValue.NULL)))
                .add("expires", DateTimeFormatter.ISO_INSTANT.format(end))
                .build();
    }

    private static void error(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String error = Optional.ofNullable(request.getParameter("error")).orElse("");
        if (AT_SIGN_IN.contains(error)) {
            String reason = Problem.of(request.getParameter("reason"))
                    .map(problem -> "&reason=" + problem.key())
                    .orElse("");
            Redirects.to(response, "/api/auth/signin?error=" + error + reason);
            return;
        }
        response.setStatus(error.equals("AccessDenied") ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_OK);
        page(request, response, PAGE);
    }

    private static void page(HttpServletRequest request, HttpServletResponse response, String view)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(view).forward(request, response);
    }
}

package dev.pulsehub.web.token;

import dev.pulsehub.web.session.Cookies;
import dev.pulsehub.web.session.SealedCookie;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Carries a new token, sealed, to the one page that shows it; gone with the page. */
@ApplicationScoped
public class NewTokenCookie {

    private static final String NAME = "ph_new_token";
    private static final String TRAITS = "; Path=" + TokensServlet.PAGE + "; HttpOnly; SameSite=Strict; Max-Age=";
    private static final int SECONDS = 60;

    @Inject
    private SealedCookie seal;

    void send(HttpServletResponse response, String token) {
        response.addHeader("Set-Cookie", NAME + "=" + seal.seal(token) + TRAITS + SECONDS);
    }

    /** The token, once. */
    Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> token = Cookies.find(request, NAME).flatMap(seal::open);
        if (token.isPresent()) {
            response.addHeader("Set-Cookie", NAME + "=" + TRAITS + 0);
        }
        return token;
    }
}

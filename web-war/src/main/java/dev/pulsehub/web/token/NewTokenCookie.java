package dev.pulsehub.web.token;

import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.web.session.SealedNote;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Carries a new token, sealed, to the one page that shows it; gone with the page. */
@Dependent
public class NewTokenCookie {

    private static final int SECONDS = 60;

    private final SealedNote note;

    @Inject
    public NewTokenCookie(PulseConfig config) {
        this.note = new SealedNote(config, "ph_new_token", TokensServlet.PAGE, SECONDS);
    }

    void send(HttpServletResponse response, String token) {
        note.send(response, token);
    }

    /** The token, once. */
    Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        return note.take(request, response);
    }
}

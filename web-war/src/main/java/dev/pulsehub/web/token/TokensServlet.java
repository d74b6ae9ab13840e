package dev.pulsehub.web.token;

import dev.pulsehub.core.access.ApiTokens;
import dev.pulsehub.core.access.Asker;
import dev.pulsehub.web.faces.Viewer;
import dev.pulsehub.web.session.Redirects;
import dev.pulsehub.web.session.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the forms of the tokens page do. Who may ask was decided before: a signed-in person, from a page of ours. */
@WebServlet({TokensServlet.CREATE, TokensServlet.REVOKE})
public class TokensServlet extends HttpServlet {

    static final String PAGE = "/app/settings/tokens";
    static final String CREATE = "/settings/tokens/create";
    static final String REVOKE = "/settings/tokens/revoke";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 100;
    private static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    @Inject
    private transient ApiTokens tokens;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient NewTokenCookie created;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(CREATE)) {
            create(request, response);
        } else {
            number(request.getParameter("id")).ifPresent(id -> tokens.revoke(viewer.personId(), id));
            backToPage(response);
        }
    }

    private void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name =
                Optional.ofNullable(request.getParameter("name")).orElse("").strip();
        Optional<Duration> lifetime = number(request.getParameter("days"))
                .filter(days -> DAYS.contains(days.intValue()))
                .map(Duration::ofDays);
        boolean write = "write".equals(request.getParameter("scope"));
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            Refusal.problem(response, 400, "Give the token a name of 1 to 100 characters, such as the program's.");
            return;
        }
        List<String> scopes = write ? List.of(Asker.READ, Asker.WRITE) : List.of(Asker.READ);
        tokens.create(viewer.personId(), viewer.organizationId(), name, scopes, lifetime)
                .ifPresent(token -> created.send(response, token));
        backToPage(response);
    }

    private static Optional<Long> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(given -> given.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static void backToPage(HttpServletResponse response) {
        Redirects.seeOther(response, PAGE);
    }
}

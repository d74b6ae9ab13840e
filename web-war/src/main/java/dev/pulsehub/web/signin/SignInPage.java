package dev.pulsehub.web.signin;

import dev.pulsehub.web.faces.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says why somebody is not signed in and what they can do, and offers the way in. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private Texts texts;

    @Inject
    private SignInNotes notes;

    @Inject
    private HttpServletRequest request;

    private @Nullable View view;

    /**
     * What the page draws.
     *
     * @param accounts where somebody belongs who belongs to nothing that is connected
     */
    public record View(String title, String happened, String remedy, String accountsTitle, List<String> accounts) {
        public View {
            accounts = List.copyOf(accounts);
        }
    }

    public void load() {
        Optional<Problem> problem = Problem.of(request.getParameter("reason"));
        List<String> known = problem.filter(Problem.HOMELESS::equals)
                .map(homeless -> homeless())
                .orElse(List.of());
        String login = known.isEmpty() ? "" : known.getFirst();
        String prefix = problem.map(one -> "signin.problem." + one.key() + ".").orElse("signin.");
        view = new View(
                texts.get(prefix + "title"),
                texts.get(prefix + (problem.isPresent() ? "happened" : "text")),
                texts.get(prefix + "remedy"),
                texts.format("signin.accounts", login),
                known.stream().skip(1).toList());
    }

    public View getView() {
        return Objects.requireNonNull(view, "load first");
    }

    private List<String> homeless() {
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        return notes.homeless()
                .take(request, response)
                .map(text -> text.lines().toList())
                .orElse(List.of());
    }
}

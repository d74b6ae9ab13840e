package dev.pulsehub.web.session;

import dev.pulsehub.web.faces.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/** The request's person, from the container's principal. */
@RequestScoped
public class CurrentViewer implements Viewer {

    @Inject
    private HttpServletRequest request;

    @Override
    public boolean signedIn() {
        return person().isPresent();
    }

    @Override
    public long personId() {
        return required().personId();
    }

    @Override
    public long organizationId() {
        return required().organizationId();
    }

    @Override
    public String login() {
        return person().map(SignedIn::getName).orElse("");
    }

    private SignedIn required() {
        return person().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    private Optional<SignedIn> person() {
        Principal principal = request.getUserPrincipal();
        return principal instanceof SignedIn person ? Optional.of(person) : Optional.empty();
    }
}

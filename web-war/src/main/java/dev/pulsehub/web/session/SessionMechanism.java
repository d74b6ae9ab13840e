package dev.pulsehub.web.session;

import dev.pulsehub.core.access.ApiTokens;
import dev.pulsehub.core.access.Seal;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;

/** Tells the container on every request who is asking. Static files and GitHub's deliveries cost no look-up. */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

    @Inject
    private SealedCookie cookie;

    @Inject
    private Sessions sessions;

    @Inject
    private ApiTokens tokens;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!Reach.of(request).needsIdentity()) {
            return context.doNothing();
        }
        try {
            return find(request, response)
                    .map(person -> context.notifyContainerAboutLogin(person, Set.of("member")))
                    .orElseGet(context::doNothing);
        } catch (DatabaseFailed e) {
            request.setAttribute(Reach.DATABASE_DOWN, true);
            return context.doNothing();
        }
    }

    /** A token speaks for itself: a cookie that comes along is not looked at. */
    private Optional<SignedIn> find(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> token = Reach.of(request) == Reach.API ? BearerToken.of(request) : Optional.empty();
        if (token.isPresent()) {
            return tokens.find(token.get()).map(SignedIn::new);
        }
        Optional<Seal.Opened> secret = cookie.read(request);
        Optional<SignedIn> person = secret.flatMap(one -> sessions.find(one.text()));
        if (person.isPresent() && !secret.get().current()) {
            cookie.send(response, secret.get().text(), (int) Sessions.LIFETIME.toSeconds());
        }
        return person;
    }
}

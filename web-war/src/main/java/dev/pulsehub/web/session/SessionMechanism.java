package dev.pulsehub.web.session;

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

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!Reach.of(request).needsIdentity()) {
            return context.doNothing();
        }
        Optional<String> secret = cookie.read(request);
        if (secret.isEmpty()) {
            return context.doNothing();
        }
        try {
            return sessions.find(secret.get())
                    .map(person -> context.notifyContainerAboutLogin(person, Set.of("member")))
                    .orElseGet(context::doNothing);
        } catch (DatabaseFailed e) {
            request.setAttribute(Reach.DATABASE_DOWN, true);
            return context.doNothing();
        }
    }
}

package dev.pulsehub.web.session;

import jakarta.security.enterprise.CallerPrincipal;

/** A person with a live session. */
public final class SignedIn extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final long personId;
    private final long organizationId;
    private final long sessionId;

    public SignedIn(String login, long personId, long organizationId, long sessionId) {
        super(login);
        this.personId = personId;
        this.organizationId = organizationId;
        this.sessionId = sessionId;
    }

    public long personId() {
        return personId;
    }

    public long organizationId() {
        return organizationId;
    }

    public long sessionId() {
        return sessionId;
    }
}

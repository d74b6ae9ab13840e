package dev.pulsehub.web.session;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.persistence.session.LiveSession;
import jakarta.security.enterprise.CallerPrincipal;
import java.util.List;

/** A person with a live session, or a program with a live token of theirs. */
public final class SignedIn extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final long personId;
    private final long organizationId;
    private final long sessionId;
    private final List<String> scopes;

    SignedIn(LiveSession session) {
        super(session.person().login());
        this.personId = session.person().id();
        this.organizationId = session.organizationId();
        this.sessionId = session.id();
        this.scopes = List.of(Asker.READ, Asker.WRITE);
    }

    /** A program; it has no session. */
    SignedIn(Asker asker) {
        super(asker.login());
        this.personId = asker.personId();
        this.organizationId = asker.organizationId();
        this.sessionId = 0;
        this.scopes = asker.scopes();
    }

    /** The person as another service of ours is told. */
    public Asker asker() {
        return new Asker(personId, organizationId, getName(), scopes);
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

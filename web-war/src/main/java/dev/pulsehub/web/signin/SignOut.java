package dev.pulsehub.web.signin;

import dev.pulsehub.core.access.SignIns;
import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.session.SessionEnd;
import dev.pulsehub.persistence.session.SessionStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Ends sessions, in the database too: a copied cookie is worth nothing afterwards. */
@Dependent
public class SignOut {

    @Inject
    private PulseConfig config;

    @Inject
    private Transactions transactions;

    @Inject
    private Instance<SignIns> signIns;

    private final SessionStore sessions = new SessionStore();

    /** In the browser that shows this secret. */
    public void here(long personId, String secret) {
        transactions.run(Caller.writer(), connection -> sessions.revoke(connection, secret, SessionEnd.SIGNED_OUT));
        forgetToken(personId);
    }

    /** In one of the person's other browsers. */
    public void elsewhere(long personId, long sessionId) {
        transactions.run(
                Caller.writer(),
                connection -> sessions.revokeOne(connection, personId, sessionId, SessionEnd.EVERYWHERE));
        forgetToken(personId);
    }

    /** In every browser of the person. */
    public void everywhere(long personId) {
        transactions.run(
                Caller.writer(), connection -> sessions.revokeAllOf(connection, personId, SessionEnd.EVERYWHERE));
        forgetToken(personId);
    }

    /** Without an OAuth app nobody gave us a token. */
    private void forgetToken(long personId) {
        if (config.oauth().isPresent()) {
            signIns.get().forgetUnneeded(personId);
        }
    }
}

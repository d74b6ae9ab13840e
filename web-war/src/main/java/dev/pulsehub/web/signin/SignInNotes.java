package dev.pulsehub.web.signin;

import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.web.session.SealedNote;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What a browser keeps while somebody signs in. */
@Dependent
public class SignInNotes {

    private static final String PATH = "/api/auth";
    private static final int ARRIVAL_SECONDS = 300;

    private final SealedNote flow;
    private final SealedNote homeless;

    @Inject
    public SignInNotes(PulseConfig config) {
        this.flow = new SealedNote(config, "ph_signin", PATH + "/callback", (int) Flow.LIFETIME.toSeconds());
        this.homeless = new SealedNote(config, "ph_homeless", PATH, ARRIVAL_SECONDS);
    }

    /** The sign-in under way. */
    SealedNote flow() {
        return flow;
    }

    /** Who came and belongs to nothing that is connected: their login, then their accounts, one a line. */
    SealedNote homeless() {
        return homeless;
    }
}

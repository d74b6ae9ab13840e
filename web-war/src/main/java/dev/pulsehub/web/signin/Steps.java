package dev.pulsehub.web.signin;

import dev.pulsehub.core.config.PulseConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Says in the log what happens at sign-in, where {@code AUTH_DEBUG} asks for it. Knows no secret. */
@Dependent
public class Steps {

    private static final System.Logger LOG = System.getLogger("dev.pulsehub.signin");

    private final boolean wanted;

    @Inject
    public Steps(PulseConfig config) {
        this.wanted = config.authDebug();
    }

    /** @param format with {@code {0}} for each of the values */
    void say(String format, Object... values) {
        if (wanted) {
            LOG.log(System.Logger.Level.INFO, "Sign-in: " + format, values);
        }
    }
}

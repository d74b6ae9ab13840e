package dev.pulsehub.web.session;

import dev.pulsehub.core.access.Seal;
import dev.pulsehub.core.config.PulseConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Carries a short text, sealed, in a browser from one page of ours to the next, which takes it: it is read once. */
public final class SealedNote {

    private final Seal seal;
    private final String name;
    private final String path;
    private final int seconds;
    private final boolean secure;

    /**
     * @param name of its cookie; no other note's
     * @param path where it is read
     * @param seconds how long the browser keeps it; what must not be read later says so in the text too
     */
    public SealedNote(PulseConfig config, String name, String path, int seconds) {
        this.seal = new Seal(config.authSecrets(), "pulse-hub note " + name + " v1");
        this.name = name;
        this.path = path;
        this.seconds = seconds;
        this.secure = "https".equals(config.authUrl().getScheme());
    }

    public void send(HttpServletResponse response, String text) {
        Cookies.send(response, name, seal.seal(text), path, seconds, secure);
    }

    /** The text, once; empty when there is none or it was not sealed by us. */
    public Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> cookie = Cookies.find(request, name);
        if (cookie.isPresent()) {
            Cookies.remove(response, name, path, secure);
        }
        return cookie.flatMap(seal::open).map(Seal.Opened::text);
    }
}

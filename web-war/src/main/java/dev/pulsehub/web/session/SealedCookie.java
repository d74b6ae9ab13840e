package dev.pulsehub.web.session;

import dev.pulsehub.core.access.Seal;
import dev.pulsehub.core.config.PulseConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The session cookie: a random secret, sealed with a key derived from {@code AUTH_SECRET}. What was sealed with
 * {@code AUTH_SECRET_PREVIOUS} can still be opened, so that a new secret signs nobody out.
 */
@ApplicationScoped
public class SealedCookie {

    static final String NAME = "ph_session";

    private static final String PURPOSE = "pulse-hub session cookie v1";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable Seal seal;
    private final boolean secure;

    /** For the container's stand-in only. */
    protected SealedCookie() {
        this.seal = null;
        this.secure = true;
    }

    @Inject
    public SealedCookie(PulseConfig config) {
        this.seal = new Seal(config.authSecrets(), PURPOSE);
        this.secure = "https".equals(config.authUrl().getScheme());
    }

    /** A new secret, to be stored as a hash and sent sealed. */
    public String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public void send(HttpServletResponse response, String secret, int seconds) {
        Cookies.send(response, NAME, seal(secret), "/", seconds, secure);
    }

    public void remove(HttpServletResponse response) {
        Cookies.remove(response, NAME, "/", secure);
    }

    /**
     * The secret of the request's cookie; empty when there is none or it was not sealed by us. A cookie that an earlier
     * {@code AUTH_SECRET} sealed is {@linkplain Seal.Opened#current not current}.
     */
    public Optional<Seal.Opened> read(HttpServletRequest request) {
        return Cookies.find(request, NAME).flatMap(value -> seal().open(value));
    }

    /** Seals a text for this process and its replicas. */
    public String seal(String text) {
        return seal().seal(text);
    }

    /** What {@link #seal(String)} was given; empty when it was not. */
    public Optional<String> open(String value) {
        return seal().open(value).map(Seal.Opened::text);
    }

    private Seal seal() {
        if (seal == null) {
            throw new IllegalStateException("the container's stand-in was called directly");
        }
        return seal;
    }
}

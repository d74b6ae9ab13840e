package dev.pulsehub.web.session;

import dev.pulsehub.core.access.DerivedKey;
import dev.pulsehub.core.config.PulseConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The session cookie: a random secret, sealed with a key derived from {@code AUTH_SECRET}. What was sealed with
 * {@code AUTH_SECRET_PREVIOUS} can still be opened, so that a new secret signs nobody out.
 */
@ApplicationScoped
public class SealedCookie {

    static final String NAME = "ph_session";

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<SecretKeySpec> keys; // the first seals, each opens
    private final boolean secure;

    /** For the container's stand-in only. */
    protected SealedCookie() {
        this.keys = List.of();
        this.secure = true;
    }

    @Inject
    public SealedCookie(PulseConfig config) {
        this.keys = Stream.concat(Stream.of(config.authSecret()), config.previousAuthSecret().stream())
                .map(secret -> new SecretKeySpec(DerivedKey.of(secret.value(), "pulse-hub session cookie v1"), "AES"))
                .toList();
        this.secure = "https".equals(config.authUrl().getScheme());
    }

    /** A new secret, to be stored as a hash and sent sealed. */
    public String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public void send(HttpServletResponse response, String secret, int seconds) {
        response.addHeader(
                "Set-Cookie",
                NAME + "=" + seal(secret) + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + seconds
                        + (secure ? "; Secure" : ""));
    }

    public void remove(HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie", NAME + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0" + (secure ? "; Secure" : ""));
    }

    /** The secret of the request's cookie; empty when there is none or it was not sealed by us. */
    public Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> NAME.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst()
                        .flatMap(this::open);
    }

    /** Seals a text for this process and its replicas. */
    public String seal(String secret) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM belongs to every JDK", e);
        }
    }

    /** What {@link #seal} was given; empty when it was not. */
    public Optional<String> open(String value) {
        return keys.stream().flatMap(key -> open(value, key).stream()).findFirst();
    }

    private static Optional<String> open(String value, SecretKeySpec key) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(value);
            if (whole.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty(); // somebody else's cookie, or sealed with another secret
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}

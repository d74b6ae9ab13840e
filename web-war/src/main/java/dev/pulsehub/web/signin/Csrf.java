package dev.pulsehub.web.signin;

import dev.pulsehub.core.access.DerivedKey;
import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.web.session.AccessFilter;
import dev.pulsehub.web.session.Cookies;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The token with which programs show that they read our answers, as NextAuth has it: 64 hexadecimal digits, and a
 * cookie that holds them with their keyed digest.
 */
@Dependent
public class Csrf {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();
    private static final String PURPOSE = "pulse-hub csrf v1";

    private final String key;
    private final String name;
    private final boolean secure;

    @Inject
    public Csrf(PulseConfig config) {
        this.key = HEX.formatHex(DerivedKey.of(config.authSecret().value(), PURPOSE));
        this.secure = "https".equals(config.authUrl().getScheme());
        this.name = (secure ? "__Host-" : "") + "next-auth.csrf-token";
    }

    /** The browser's token, or a new one that is sent to it. */
    String token(HttpServletRequest request, HttpServletResponse response) {
        return known(request).orElseGet(() -> {
            byte[] drawn = new byte[32];
            RANDOM.nextBytes(drawn);
            String token = HEX.formatHex(drawn);
            response.addHeader(
                    "Set-Cookie",
                    name + "=" + token + "%7C" + digest(token) + "; Path=/; HttpOnly; SameSite=Lax"
                            + (secure ? "; Secure" : ""));
            return token;
        });
    }

    /** Whether a page of ours sent the request, or a program that has the token. */
    boolean isMeant(HttpServletRequest request) {
        String given = Optional.ofNullable(request.getParameter("csrfToken")).orElse("");
        return Boolean.TRUE.equals(request.getAttribute(AccessFilter.FROM_OUR_PAGE))
                || known(request).filter(token -> isSame(token, given)).isPresent();
    }

    private Optional<String> known(HttpServletRequest request) {
        return Cookies.find(request, name)
                .map(value -> value.replaceFirst("%7[Cc]", "|").split("\\|", 2))
                .filter(parts -> parts.length == 2 && isSame(digest(parts[0]), parts[1]))
                .map(parts -> parts[0]);
    }

    private String digest(String token) {
        try {
            return HEX.formatHex(
                    MessageDigest.getInstance("SHA-256").digest((token + key).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.pulsehub.web.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why somebody is not signed in. The text of each says what happened and what to do. */
enum Problem {
    DENIED("Callback"),
    STATE("OAuthCallback"),
    CODE("OAuthCallback"),
    UNAVAILABLE("OAuthCallback"),
    SUSPENDED("OAuthCallback"),
    MISCONFIGURED("OAuthCallback"),
    EMAIL("OAuthCallback"),
    RIGHTS("OAuthCallback"),
    REFUSED("OAuthCallback"),
    DATABASE("OAuthCallback"),
    HOMELESS("AccessDenied"),
    SIGNED_OUT("SessionRequired"),
    REPLACED("SessionRequired"),
    EVERYWHERE("SessionRequired"),
    GRANT_ENDED("SessionRequired"),
    DISCONNECTED("SessionRequired"),
    EXPIRED("SessionRequired"),
    NO_MEMBERSHIP("SessionRequired");

    private final String error;

    /** @param error NextAuth's word for it */
    Problem(String error) {
        this.error = error;
    }

    /** The page that tells of it. */
    String place() {
        return "/api/auth/error?error=" + error + "&reason=" + key();
    }

    /** Its part of the keys of its texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    int status() {
        return this == HOMELESS ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_OK;
    }

    static Optional<Problem> of(@Nullable String reason) {
        return Arrays.stream(values()).filter(one -> one.key().equals(reason)).findFirst();
    }

    /** What GitHub's own word for an error means to us. */
    static Problem ofGitHub(String word) {
        return switch (word) {
            case "access_denied" -> DENIED;
            case "application_suspended" -> SUSPENDED;
            case "redirect_uri_mismatch", "incorrect_client_credentials" -> MISCONFIGURED;
            case "bad_verification_code" -> CODE;
            case "unverified_user_email" -> EMAIL;
            default -> REFUSED;
        };
    }
}

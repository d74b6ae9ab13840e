package dev.pulsehub.simulator.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A GitHub App's signed assertion of who it is: a JWT by RS256, ten minutes at most. */
public final class Assertion {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Assertion() {}

    /** What came of checking one. */
    public sealed interface Verdict {

        record Accepted(GitHubApp app) implements Verdict {}

        record Refused(int status, String message) implements Verdict {}
    }

    /** Whether a token looks like one; others are never checked as one. */
    public static boolean isOne(String token) {
        return token.startsWith("eyJ")
                && token.chars().filter(one -> one == '.').count() == 2;
    }

    public static Verdict check(String token, Apps apps, Instant now) {
        String[] parts = token.split("\\.", -1);
        Optional<JsonNode> header = json(parts[0]);
        Optional<JsonNode> claims = json(parts[1]);
        if (header.isEmpty()
                || claims.isEmpty()
                || !header.get().path("alg").asText().equals("RS256")) {
            return undecodable();
        }
        String issuer = claims.get().path("iss").asText();
        Optional<GitHubApp> app = apps.byIssuer(issuer);
        if (app.isEmpty()) {
            return issuer.isEmpty()
                    ? new Verdict.Refused(401, "'Issuer' claim ('iss') must be an Integer")
                    : new Verdict.Refused(404, "Integration not found");
        }
        if (!signed(parts, app.get())) {
            return undecodable();
        }
        return inTime(claims.get(), app.get(), now);
    }

    private static Verdict inTime(JsonNode claims, GitHubApp app, Instant now) {
        JsonNode issued = claims.path("iat");
        JsonNode expires = claims.path("exp");
        if (!issued.isIntegralNumber() || issued.asLong() > now.getEpochSecond()) {
            return new Verdict.Refused(
                    401,
                    "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
        }
        if (!expires.isNumber() || expires.asLong() <= now.getEpochSecond()) {
            return new Verdict.Refused(
                    401,
                    "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the"
                            + " assertion expires");
        }
        if (expires.asLong() > now.plus(LONGEST).getEpochSecond()) {
            return new Verdict.Refused(401, "'Expiration time' claim ('exp') is too far in the future");
        }
        return new Verdict.Accepted(app);
    }

    private static Verdict undecodable() {
        return new Verdict.Refused(401, "A JSON web token could not be decoded");
    }

    private static boolean signed(String[] parts, GitHubApp app) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(app.key());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<JsonNode> json(String part) {
        try {
            return Optional.of(JSON.readTree(Base64.getUrlDecoder().decode(part)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

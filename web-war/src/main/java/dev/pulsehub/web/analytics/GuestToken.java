package dev.pulsehub.web.analytics;

import dev.pulsehub.core.config.Secret;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What admits a guest to one dashboard of Superset: a JSON Web Token (HS256) that names the person, the dashboard in
 * its two shapes and the rows. It ends five minutes after it was written.
 */
final class GuestToken {

    static final Duration LIFE = Duration.ofMinutes(5);
    /** Superset refuses a token from its future, and clocks differ. */
    static final Duration BACKDATED = Duration.ofSeconds(10);

    private static final String AUDIENCE = "pulse-hub-superset";
    private static final String HEADER = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

    private final Secret secret;

    GuestToken(Secret secret) {
        this.secret = secret;
    }

    /** A token for the person; {@code rules} are never empty. */
    String write(long personId, AnalyticsDashboard dashboard, RowRules rules, Instant now) {
        if (rules.clauses().isEmpty()) {
            throw new IllegalArgumentException("a token without rules would see every row");
        }
        JsonObjectBuilder claims = Json.createObjectBuilder()
                .add("user", Json.createObjectBuilder().add("username", guest(personId)))
                .add("resources", resources(dashboard))
                .add(
                        "rls_rules",
                        Json.createArrayBuilder(rules.clauses().stream()
                                .map(clause -> Json.createObjectBuilder()
                                        .add("clause", clause)
                                        .build())
                                .toList()))
                .add("iat", now.minus(BACKDATED).getEpochSecond())
                .add("exp", now.plus(LIFE).getEpochSecond())
                .add("aud", AUDIENCE)
                .add("type", "guest");
        String signed = HEADER + "." + encoded(claims.build().toString());
        return signed + "." + signature(signed);
    }

    /** Whether the token is one of ours, written for this person, and has not ended. */
    boolean isFor(long personId, String token, Instant now) {
        int end = token.lastIndexOf('.');
        if (end < 0 || !token.startsWith(HEADER + ".") || !same(signature(token.substring(0, end)), token, end)) {
            return false;
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.substring(HEADER.length() + 1, end));
            JsonObject read = Json.createReader(new StringReader(new String(claims, StandardCharsets.UTF_8)))
                    .readObject();
            return guest(personId).equals(read.getJsonObject("user").getString("username"))
                    && now.getEpochSecond() < read.getJsonNumber("exp").longValue();
        } catch (IllegalArgumentException | JsonException e) {
            return false;
        }
    }

    private static boolean same(String signature, String token, int end) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.US_ASCII),
                token.substring(end + 1).getBytes(StandardCharsets.US_ASCII));
    }

    private static jakarta.json.JsonArrayBuilder resources(AnalyticsDashboard dashboard) {
        return Json.createArrayBuilder(List.of(dashboard.wide(), dashboard.narrow()).stream()
                .map(id -> Json.createObjectBuilder()
                        .add("type", "dashboard")
                        .add("id", id.toString())
                        .build())
                .toList());
    }

    private static String guest(long personId) {
        return "person-" + personId;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 belongs to every JDK", e);
        }
    }
}

package dev.pulsehub.core.access;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One service's word to another that a person asks: two parts of base64url separated by a point, a JSON object and its
 * HMAC-SHA-256. Good for a minute, and for the service it names only.
 */
public final class Assertion {

    /** How long an assertion is good. */
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);
    private static final String PURPOSE = "pulse-hub assertion v1";

    private final List<byte[]> keys;
    private final String audience;

    /**
     * Signs with the first secret, accepts all.
     *
     * @param secrets the current {@code AUTH_SECRET}, then the one before it where there is one
     * @param audience the service that is spoken to
     */
    public Assertion(List<String> secrets, String audience) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a secret is needed");
        }
        this.keys =
                secrets.stream().map(secret -> DerivedKey.of(secret, PURPOSE)).toList();
        this.audience = audience;
    }

    public String sign(Asker asker, Instant now) {
        JsonObject claims = Json.createObjectBuilder()
                .add("aud", audience)
                .add("exp", now.plus(LIFETIME).getEpochSecond())
                .add("person", asker.personId())
                .add("organization", asker.organizationId())
                .add("login", asker.login())
                .add("scopes", Json.createArrayBuilder(asker.scopes()))
                .build();
        String payload = base64(claims.toString().getBytes(StandardCharsets.UTF_8));
        return payload + "." + base64(mac(keys.getFirst(), payload));
    }

    /** Who asks; empty when the text was not signed by us, not for this service, or too long ago. */
    public Optional<Asker> verify(String text, Instant now) {
        int point = text.indexOf('.');
        if (point < 1 || !isOurs(text.substring(0, point), text.substring(point + 1))) {
            return Optional.empty();
        }
        try {
            String json = new String(Base64.getUrlDecoder().decode(text.substring(0, point)), StandardCharsets.UTF_8);
            JsonObject claims = Json.createReader(new StringReader(json)).readObject();
            Instant end = Instant.ofEpochSecond(claims.getJsonNumber("exp").longValueExact());
            boolean current =
                    now.isBefore(end) && !end.isAfter(now.plus(LIFETIME).plus(CLOCKS_DIFFER));
            return current && audience.equals(claims.getString("aud")) ? Optional.of(asker(claims)) : Optional.empty();
        } catch (JsonException | IllegalArgumentException | NullPointerException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static Asker asker(JsonObject claims) {
        return new Asker(
                claims.getJsonNumber("person").longValueExact(),
                claims.getJsonNumber("organization").longValueExact(),
                claims.getString("login"),
                claims.getJsonArray("scopes").getValuesAs(JsonString::getString));
    }

    private boolean isOurs(String payload, String signature) {
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        boolean ours = false;
        for (byte[] key : keys) {
            ours |= MessageDigest.isEqual(mac(key, payload), given);
        }
        return ours;
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 belongs to every JDK", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

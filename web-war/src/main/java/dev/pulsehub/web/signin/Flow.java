package dev.pulsehub.web.signin;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * One sign-in under way: begins when the browser is sent to GitHub, ends when it comes back or after ten minutes.
 *
 * @param state what GitHub must send back
 * @param verifier PKCE: what only this browser's cookie knows
 * @param back where the person wanted to go
 */
record Flow(String state, String verifier, String back, Instant until) {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final SecureRandom RANDOM = new SecureRandom();

    static Flow begin(String back, Instant now) {
        return new Flow(random(), random(), back, now.plus(LIFETIME));
    }

    /** S256, base64url. */
    String challenge() {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    boolean isAnsweredBy(String sentBack, Instant now) {
        return now.isBefore(until)
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), sentBack.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return Json.createObjectBuilder()
                .add("state", state)
                .add("verifier", verifier)
                .add("back", back)
                .add("until", until.getEpochSecond())
                .build()
                .toString();
    }

    static Optional<Flow> read(String text) {
        try {
            JsonObject read = Json.createReader(new StringReader(text)).readObject();
            return Optional.of(new Flow(
                    read.getString("state"),
                    read.getString("verifier"),
                    read.getString("back"),
                    Instant.ofEpochSecond(read.getJsonNumber("until").longValueExact())));
        } catch (JsonException | NullPointerException | ClassCastException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** 43 characters. */
    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

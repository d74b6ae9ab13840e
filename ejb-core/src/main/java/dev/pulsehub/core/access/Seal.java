package dev.pulsehub.core.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps texts from everybody who does not have the secret: AES-256-GCM with a key of one purpose. Text is what goes in
 * and base64url what comes out. Thread-safe.
 */
public final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<SecretKeySpec> keys; // the first seals, each opens

    /**
     * Seals with the first secret, opens what any of them sealed.
     *
     * @param secrets the current {@code AUTH_SECRET}, then the one before it where there is one
     * @param purpose what was sealed for another purpose is not opened
     */
    public Seal(List<String> secrets, String purpose) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a secret is needed");
        }
        this.keys = secrets.stream()
                .map(secret -> new SecretKeySpec(DerivedKey.of(secret, purpose), "AES"))
                .toList();
    }

    /**
     * What was sealed.
     *
     * @param current whether with the current secret; if not, it is to be sealed anew
     */
    public record Opened(String text, boolean current) {
        @Override
        public String toString() {
            return "***";
        }
    }

    public String seal(String text) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM belongs to every JDK", e);
        }
    }

    /** What {@link #seal} was given; empty when it was not, or with a secret that is not known any more. */
    public Optional<Opened> open(String sealed) {
        for (SecretKeySpec key : keys) {
            Optional<String> text = open(sealed, key);
            if (text.isPresent()) {
                return Optional.of(new Opened(text.get(), key == keys.getFirst()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> open(String sealed, SecretKeySpec key) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(sealed);
            if (whole.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty(); // not ours, or sealed with another secret
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}

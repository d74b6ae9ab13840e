package dev.pulsehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String SECRET = "a secret that is long enough for it";
    private static final Asker ASKER = new Asker(7, 3, "ada", List.of("read", "write"));

    private final Assertion assertion = new Assertion(List.of(SECRET), "mcp");

    @Test
    void what_was_signed_is_understood_for_a_minute() {
        String text = assertion.sign(ASKER, NOW);

        assertThat(assertion.verify(text, NOW)).contains(ASKER);
        assertThat(assertion.verify(text, NOW.plusSeconds(59))).contains(ASKER);
        assertThat(assertion.verify(text, NOW.plusSeconds(60))).isEmpty();
        assertThat(assertion.verify(text, NOW.minusSeconds(10))).contains(ASKER);
        assertThat(assertion.verify(text, NOW.minusSeconds(11))).isEmpty();
    }

    @Test
    void neither_another_service_nor_another_secret_accepts_it() {
        String text = assertion.sign(ASKER, NOW);

        assertThat(new Assertion(List.of(SECRET), "web").verify(text, NOW)).isEmpty();
        assertThat(new Assertion(List.of("another secret, long enough for it"), "mcp").verify(text, NOW))
                .isEmpty();
    }

    @Test
    void the_secret_before_is_accepted_while_it_is_replaced() {
        Assertion replaced = new Assertion(List.of("the new secret, long enough for it", SECRET), "mcp");

        assertThat(replaced.verify(assertion.sign(ASKER, NOW), NOW)).contains(ASKER);
        assertThat(assertion.verify(replaced.sign(ASKER, NOW), NOW)).isEmpty();
    }

    @Test
    void no_changed_letter_goes_unnoticed() {
        String text = assertion.sign(ASKER, NOW);
        for (int i = 0; i < text.length() - 1; i++) { // the last letter's low bits belong to no byte
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(assertion.verify(changed, NOW)).as("letter " + i).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "x.y", "e30.e30", "%.%"})
    void what_is_none_is_refused(String text) {
        assertThat(assertion.verify(text, NOW)).isEmpty();
    }

    @Test
    void a_well_signed_text_without_claims_is_refused() throws Exception {
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString("{}".getBytes(StandardCharsets.UTF_8));
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(DerivedKey.of(SECRET, "pulse-hub assertion v1"), "HmacSHA256"));
        String signature = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));

        assertThat(assertion.verify(payload + "." + signature, NOW)).isEmpty();
    }

    /** Computed with OpenSSL's HKDF: sha256, 32 zero bytes of salt, 32 bytes of output. */
    @Test
    void keys_are_those_of_hkdf_and_differ_by_purpose() {
        assertThat(HexFormat.of().formatHex(DerivedKey.of("secret", "purpose")))
                .isEqualTo("eced7de97c6f9dd8c7c842b5a550832f39290b6fa8c17658b4eea5226819c4c0");
        assertThat(DerivedKey.of("secret", "other")).isNotEqualTo(DerivedKey.of("secret", "purpose"));
    }
}

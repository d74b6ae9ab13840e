package dev.pulsehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String OLD = "o".repeat(40);
    private static final String NEW = "n".repeat(40);

    @Test
    void what_was_sealed_is_opened_and_looks_different_each_time() {
        String once = of(NEW).seal("text");

        assertThat(of(NEW).open(once)).contains(new Seal.Opened("text", true));
        assertThat(of(NEW).seal("text")).isNotEqualTo(once).doesNotContain("text");
    }

    @Test
    void what_the_secret_before_sealed_is_opened_and_to_be_sealed_anew() {
        String before = of(OLD).seal("text");

        assertThat(of(NEW, OLD).open(before)).contains(new Seal.Opened("text", false));
        assertThat(of(NEW).open(before)).isEmpty();
        assertThat(of(OLD).open(of(NEW, OLD).seal("text"))).isEmpty();
    }

    @Test
    void one_purpose_does_not_open_anothers() {
        assertThat(new Seal(List.of(NEW), "another").open(of(NEW).seal("text"))).isEmpty();
    }

    @Test
    void what_we_did_not_seal_is_not_opened() {
        String sealed = of(NEW).seal("text");
        assertThat(of(NEW).open(sealed.substring(0, sealed.length() - 2) + "AA"))
                .isEmpty();
        assertThat(of(NEW).open("AAAA")).isEmpty();
        assertThat(of(NEW).open("not base64!")).isEmpty();
        assertThat(of(NEW).open("A".repeat(80))).isEmpty();
    }

    private static Seal of(String... secrets) {
        return new Seal(List.of(secrets), "a test");
    }
}

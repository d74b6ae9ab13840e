package dev.pulsehub.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private final Formats formats = new Formats(ZoneId.of("Europe/Berlin"), NOW);

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59, 59 s",
        "60, 1 min",
        "3569, 59 min",
        "3599, 1 h",
        "3600, 1 h",
        "3660, 1 h 1 min",
        "35999, 10 h",
        "52000, 14 h",
        "86399, 1 d",
        "86400, 1 d",
        "100800, 1 d 4 h",
        "864000, 10 d",
        "31800000, 368 d"
    })
    void a_duration_has_two_units_at_most(double seconds, String text) {
        assertThat(Formats.duration(seconds)).isEqualTo(text);
    }

    @Test
    void what_is_missing_is_a_dash() {
        assertThat(Formats.duration(Optional.empty())).isEqualTo("–");
        assertThat(Formats.share(Optional.empty())).isEqualTo("–");
    }

    @Test
    void a_moment_is_written_in_the_organizations_zone() {
        assertThat(formats.moment(NOW)).isEqualTo("24 Nov 2026, 13:00");
    }

    @Test
    void a_moment_ahead_is_just_now() {
        assertThat(formats.ago(NOW.plusSeconds(30))).isEqualTo("just now");
        assertThat(formats.ago(NOW.minusSeconds(240))).isEqualTo("4 min ago");
        assertThat(formats.ago(NOW.minusSeconds(3 * 86400))).isEqualTo("3 d ago");
    }

    @Test
    void a_share_keeps_one_decimal_unless_whole() {
        assertThat(Formats.share(0.845)).isEqualTo("84.5 %");
        assertThat(Formats.share(1)).isEqualTo("100 %");
    }
}

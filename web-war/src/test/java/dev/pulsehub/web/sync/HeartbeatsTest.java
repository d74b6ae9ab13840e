package dev.pulsehub.web.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final Heartbeats heartbeats = new Heartbeats(() -> now);

    @Test
    void a_timer_that_stopped_firing_is_named_and_one_that_fires_is_not() {
        heartbeats.expect("sync", Duration.ofSeconds(3));
        heartbeats.expect("notices", Duration.ofSeconds(1));
        now = now.plusSeconds(110);
        heartbeats.fired("notices");
        assertThat(heartbeats.silent()).isEmpty();

        now = now.plusSeconds(11);
        assertThat(heartbeats.silent()).containsExactly("sync");
    }

    @Test
    void a_rare_timer_is_given_ten_turns() {
        heartbeats.expect("housekeeping", Duration.ofMinutes(10));
        now = now.plus(Duration.ofMinutes(100));
        assertThat(heartbeats.silent()).isEmpty();

        now = now.plusSeconds(1);
        assertThat(heartbeats.silent()).containsExactly("housekeeping");
    }

    @Test
    void a_process_without_timers_has_none_that_is_silent() {
        heartbeats.fired("sync");
        now = now.plus(Duration.ofDays(1));
        assertThat(heartbeats.silent()).isEmpty();
    }
}
